#pragma once
#include <QByteArray>
#include <QString>

#include <optional>

namespace gb {

/// What a value of a message is called in its text.
struct ValueName
{
    enum class Kind : quint8 { None, StartLine, Header, Element, SdpLine };

    Kind kind = Kind::None;
    QString name; ///< of the header, as the message spells it, of the XML element, or the letter of the SDP line
    QString part; ///< parameter of a header, or "user" and "host" of its address; attribute of an element; empty: all

    bool operator==(const ValueName &) const = default;
    /// One that other messages may have, too.
    bool canBeColumn() const { return kind != Kind::None && kind != Kind::StartLine && !name.isEmpty(); }
    /// "CSeq", "Via branch", "Status", "y=".
    QString text() const;
};

/// A value, and where it stands in its line.
struct PlacedValue
{
    ValueName name;
    QString text;
    qsizetype from = 0, length = 0;
};

enum class LineKind : quint8 { Start, Header, Body };

/// The value that stands at this character of a line; an empty text where there is none. Behind the end the last one.
PlacedValue valueAt(const QString &line, qsizetype character, LineKind kind);

/// The first value of that name in a message, safe to show and at most 200 characters; nothing where it has none.
std::optional<QString> valueOf(const QByteArray &message, const ValueName &name);

/// "Via" of "v": the long form of a header's name, in the spelling of its standard where that is known.
QString longHeaderName(const QString &name);

} // namespace gb
