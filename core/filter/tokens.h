#pragma once
#include "core/filter/parser.h"
#include "core/filter/values.h"

#include <QList>

namespace gb::filter {

/// A piece of a filter's text.
struct Token
{
    enum class Kind : quint8 { Open, Close, Or, And, Not, Term };

    Kind kind = Kind::Term;
    qsizetype at = 0, length = 0;
};

/// A comparison, and how many characters it takes; none where they are 0.
struct Operator
{
    qsizetype length = 0;
    Compare how = Compare::Is;
    bool negated = false;
};
/// The one that a text begins with.
Operator operatorAt(QStringView text);

/// How many characters of a text are a name: of a field letters, of a header what those have.
qsizetype nameLength(QStringView text, bool ofHeader);

/// The first place from there on that is no blank.
qsizetype behindBlanks(QStringView text, qsizetype at);

/// Signs in the width of Chinese characters, which an input method types, as the plain ones; each stays where it is.
/// Not within quotes and regular expressions.
QString withPlainSigns(const QString &text);

/// The pieces of a text that withPlainSigns() made; blanks around the sign of a comparison part nothing. `problem`:
/// quotes that are not closed.
QList<Token> tokensOf(const QString &text, std::optional<Problem> &problem);

/// Behind the quotes, or the slashes, that begin there: escaped ones do not end them. -1: they are not closed.
qsizetype behindClosing(QStringView text, qsizetype at);

/// A regular expression begins there, behind "re:".
bool beginsPattern(QStringView text, qsizetype at);

} // namespace gb::filter
