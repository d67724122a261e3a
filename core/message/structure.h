#pragma once
#include "core/message/charsetchoice.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace gb {

/// A header, a part of one, or a piece of the body. Text is safe to show; names are those of the message, in its
/// spelling, and of its grammar, never translated.
struct StructureNode
{
    enum class Kind : quint8 {
        Part,
        Element,   ///< of XML
        Attribute, ///< of XML
        SdpLine,   ///< its name is the letter
        Broken,    ///< no XML from here on; the value is LINE:COLUMN
        Cut,       ///< there is more than is taken apart
    };
    QString name, value;
    QList<StructureNode> parts;
    Kind kind = Kind::Part;
};

/// A message taken apart by osip2's grammar, a second opinion beside our own scan.
struct MessageStructure
{
    bool parsed = false; ///< false: over our limits, so that it was not tried, or osip2 refuses it: only the body is
                         ///< there
    bool tried = false;
    QList<StructureNode> nodes;
};

/// `charset` of the body as decodeBody() has it.
MessageStructure structureOf(const QByteArray &message, std::optional<Charset> charset = std::nullopt);

} // namespace gb
