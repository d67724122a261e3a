#pragma once
#include "core/client/free/free.h"

class QCommandLineParser;

namespace gb::cli {

/// Of `ask message`: --file or --template, --as-typed, --yes. Else what is wrong.
QString readMessage(const QCommandLineParser &parser, FreeQuestion &message);
/// The same of a line of standard input: file=FILE or template=NAME, as-typed=PART[,PART]..., yes. FILE goes as far as
/// the next of these.
QString readMessage(const QString &line, FreeQuestion &message);
/// Writes what would be sent, with parts made anew as an example has them; what is to be said of it goes to standard
/// error.
int showFree(const FreeQuestion &message, const QString &device);

} // namespace gb::cli
