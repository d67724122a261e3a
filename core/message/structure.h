#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

namespace gb {

/// A header or a part of one. Text is safe to show; names are those of the message and of its grammar, never
/// translated.
struct StructureNode
{
    QString name, value;
    QList<StructureNode> parts;
};

/// A message taken apart by osip2's grammar, a second opinion beside our own scan.
struct MessageStructure
{
    bool parsed = false; ///< false: over our limits, so that it was not tried, or osip2 refuses it
    bool tried = false;
    QList<StructureNode> nodes;
};

MessageStructure structureOf(const QByteArray &message);

} // namespace gb
