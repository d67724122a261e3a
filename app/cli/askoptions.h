#pragma once
#include "app/cli/commandline.h"

namespace gb::cli {

/// `ask`: what is asked of whom.
Command parseAsk(const QStringList &arguments);

/// A question as words: COMMAND [NAME=VALUE]... [yes]; what is wrong with it, as a sentence, else empty. `allowed`:
/// what restarts a device, or erases something, may be sent.
QString readQuestion(const QStringList &words, bool allowed, AskQuestion &question);

/// Writes every command with its parameters, a JSON object a line.
int listCommands();
int showMessage(const AskQuestion &question);

} // namespace gb::cli
