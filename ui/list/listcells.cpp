#include "ui/list/listcells.h"

#include "core/report/words/groupwording.h"
#include "ui/ladder/ladderrow.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QLocale>

namespace gb::ui {
namespace {

using Type = TreeNode::Type;
using State = MessageGroup::State;
using Why = MessageGroup::Why;
using Kind = MessageGroup::Kind;

QString say(const char *text)
{
    return QCoreApplication::translate("list", text);
}

QString count(const char *text, quint32 n)
{
    return QCoreApplication::translate("list", text, nullptr, static_cast<int>(n));
}

QChar shapeOf(State state)
{
    switch (state) {
    case State::Ok: return u'\u25cf';
    case State::Running: return u'\u25d0';
    case State::Failed: return u'\u2715';
    case State::Unknown: break;
    }
    return u'\u25cb';
}

/// The message that a node of messages stands for.
const LogEntry *entryOf(const MessageTree &tree, const TreeNode &node)
{
    qsizetype row = -1;
    switch (node.type) {
    case Type::Device:
    case Type::More: return nullptr;
    case Type::Group: row = tree.groups().group(node.id).first; break;
    case Type::Dialog: row = tree.sums(node).first; break;
    case Type::Transaction:
    case Type::Message: row = tree.log().rowOf(node.id); break;
    }
    if (row < 0 && node.type == Type::Transaction)
        row = tree.sums(node).first;
    return row < 0 ? nullptr : &tree.log().entry(row);
}

QString deviceOf(const MessageTree &tree, const TreeNode &node, const ListNames &names)
{
    quint32 index = node.id;
    if (node.type == Type::Group)
        index = tree.groups().group(node.id).device;
    else if (node.type != Type::Device) {
        const LogEntry *const entry = entryOf(tree, node);
        index = entry ? static_cast<quint32>(entry->device) : 0;
    }
    const QString id = tree.log().device(index);
    return names.value(id, id);
}

QString labelOf(const MessageLog &log, const LogEntry &entry)
{
    const QString mark = entry.isRepeat() ? QStringLiteral("  ") + copyMark(log.copyInfo(entry)) : QString();
    return (entry.hasFaults() ? QStringLiteral("\u26a0 ") : QString()) + log.label(entry) + mark;
}

QString whatOf(const MessageTree &tree, const TreeNode &node, const ListNames &names)
{
    if (node.type == Type::More)
        return count(
            QT_TRANSLATE_N_NOOP("list", "%n older message(s) are left out here; a filter brings them"), node.id);
    if (node.type == Type::Device) {
        const QString name = deviceOf(tree, node, names);
        return name.isEmpty() ? say(QT_TRANSLATE_NOOP("list", "No device")) : name;
    }
    if (node.type == Type::Group) {
        const MessageGroup &group = tree.groups().group(node.id);
        if (group.kind == Kind::Registration || group.kind == Kind::Heartbeats || group.kind >= Kind::NatKeepalives) {
            const QString kind = wording::groupKind(group.kind);
            return group.missed == 0
                ? kind
                : kind + QStringLiteral(" \u00b7 ") + count(QT_TRANSLATE_N_NOOP("list", "%n missed"), group.missed);
        }
    }
    const LogEntry *const entry = entryOf(tree, node);
    const QString label = entry ? labelOf(tree.log(), *entry) : QString();
    if (node.type != Type::Message || !entry || !tree.log().isMarked(entry->number))
        return label;
    return QString(label + QStringLiteral(" \u2691 ") + tree.log().markText(entry->number)).trimmed();
}

/// How many operations of a device stand how; all are fine where nothing else is said.
QString statesOf(const MessageTree &tree, const TreeNode &device)
{
    QStringList parts;
    if (const quint32 n = tree.count(device, State::Failed))
        parts << count(QT_TRANSLATE_N_NOOP("list", "%n failed"), n);
    if (const quint32 n = tree.count(device, State::Unknown))
        parts << count(QT_TRANSLATE_N_NOOP("list", "%n unknown"), n);
    if (const quint32 n = tree.count(device, State::Running))
        parts << count(QT_TRANSLATE_N_NOOP("list", "%n running"), n);
    return parts.isEmpty() ? wording::groupState(State::Ok) : parts.join(QStringLiteral(" \u00b7 "));
}

QString stateOf(const MessageTree &tree, const TreeNode &node)
{
    if (node.type == Type::More)
        return {};
    const MessageGroup::Outcome outcome = tree.outcome(node);
    const QString shape = shapeOf(outcome.state) + QStringLiteral(" ");
    if (node.type == Type::Device)
        return shape + statesOf(tree, node);
    const LogEntry *const entry = entryOf(tree, node);
    if (node.type == Type::Message && entry && outcome.why == Why::Nothing) {
        if (outcome.state == State::Ok)
            return {};
        const QStringList faults = faultTexts(tree.log().faults(*entry));
        return shape + (faults.isEmpty() ? wording::groupState(outcome.state) : faults.join(u", "));
    }
    const quint32 group = node.type == Type::Group ? node.id
        : node.type == Type::Dialog                ? tree.groups().of(tree.sums(node).last)
                                                   : MessageGroups::none;
    const Operation *const operation = group == MessageGroups::none
        ? nullptr
        : tree.groups().book().find(tree.groups().group(group).operation);
    const QString said = shape + wording::groupOutcome(outcome, operation);
    return outcome.by == 0 ? said : said + QStringLiteral(" (#%1)").arg(outcome.by);
}

QString countOf(const MessageTree &tree, const TreeNode &node)
{
    const QLocale locale;
    const quint32 shown = tree.sums(node).count,
                  all = node.type == Type::Group ? tree.groups().group(node.id).count : shown;
    if (node.type == Type::Message)
        return {};
    return shown >= all ? locale.toString(shown)
                        : say(QT_TRANSLATE_NOOP("list", "%1 of %2")).arg(locale.toString(shown), locale.toString(all));
}

} // namespace

QString listCell(const MessageTree &tree, const TreeNode &node, ListColumn column, const ListNames &names)
{
    switch (column) {
    case ListColumn::What: return whatOf(tree, node, names);
    case ListColumn::Device: return node.type == Type::More ? QString() : deviceOf(tree, node, names);
    case ListColumn::State: return stateOf(tree, node);
    case ListColumn::Messages: return countOf(tree, node);
    case ListColumn::Time: {
        const MessageTree::Sums sums = tree.sums(node);
        return node.type == Type::More || sums.count == 0 ? QString() : clockText(tree.log().entry(sums.first).time());
    }
    case ListColumn::Duration: {
        if (node.type == Type::Device)
            return {};
        const auto took = tree.duration(node);
        return took ? tookText(*took) : QString();
    }
    case ListColumn::Repeats: {
        const quint32 repeats = node.type == Type::More ? 0 : tree.sums(node).repeats;
        return repeats == 0 ? QString() : QLocale().toString(repeats);
    }
    case ListColumn::Value: return {};
    case ListColumn::CallId: break;
    }
    if (node.type == Type::Dialog)
        return tree.log().callId(node.id);
    const LogEntry *const entry = node.type == Type::Group ? nullptr : entryOf(tree, node);
    return entry ? tree.log().callId(static_cast<quint32>(entry->callId)) : QString();
}

QString listToolTip(const MessageTree &tree, const TreeNode &node)
{
    QStringList lines;
    if (node.type == Type::Group)
        lines << wording::groupKind(tree.groups().group(node.id).kind);
    lines << whatOf(tree, node, {});
    const QString device = deviceOf(tree, node, {}), call = listCell(tree, node, ListColumn::CallId, {});
    if (node.type != Type::Device && node.type != Type::More && !device.isEmpty())
        lines << device;
    if (!call.isEmpty())
        lines << QStringLiteral("Call-ID: ") + call;
    lines << stateOf(tree, node);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QColor listColour(State state)
{
    switch (state) {
    case State::Ok: return colours().online;
    case State::Failed: return colours().failed;
    case State::Running: return colours().accent;
    case State::Unknown: break;
    }
    return colours().muted;
}

} // namespace gb::ui
