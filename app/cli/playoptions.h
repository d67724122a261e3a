#pragma once
#include "app/cli/commandline.h"

namespace gb::cli {

/// `play`: which channels are tried.
Command parsePlay(const QStringList &arguments);

/// One value of a play by the name of its option, such as "tcp" and "passive". What is wrong with it, else empty.
QString readPlayValue(const QString &name, const QString &value, PlayQuestion &question);

/// A play as words: ID[/CHANNEL] [NAME=VALUE]...; what is wrong with it, else empty.
QString readPlayWords(QStringList words, PlayQuestion &question);

} // namespace gb::cli
