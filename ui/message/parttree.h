#pragma once
#include "core/message/manscdp.h"
#include "core/message/structure.h"
#include "core/message/valuename.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace gb::ui {

enum class PartColumn { Name, Value, Meaning };

/// Of a row: its ValueName.
constexpr int valueNameRole = Qt::UserRole;

/// Of an element: by which standard it is read.
struct BodyContext
{
    ManscdpRoot root = ManscdpRoot::None;
    QString command;
};

/// Shows a message in its parts: names as they came, values, and what the standard means by them, with its clause in
/// the tooltip. The body is open; what headers are made of is not.
void showParts(QTreeWidget *tree, const MessageStructure &structure, const BodyContext &context = {});
/// The value of a row.
PlacedValue valueOf(const QTreeWidgetItem &item);

} // namespace gb::ui
