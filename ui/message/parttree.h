#pragma once
#include "core/message/structure.h"

class QTreeWidget;

namespace gb::ui {

enum class PartColumn { Name, Value, Meaning };

/// Shows a message in its parts: names as they came, values, and what the standard means by them. The body is open;
/// what headers are made of is not.
void showParts(QTreeWidget *tree, const MessageStructure &structure);

} // namespace gb::ui
