#include "ui/workspace/focus.h"

#include <algorithm>

namespace gb::ui {
namespace {

/// Each once, none of them empty.
QStringList distinct(const QStringList &ids)
{
    QStringList kept;
    QSet<QString> seen;
    for (const QString &id : ids) {
        if (id.isEmpty() || seen.contains(id))
            continue;
        seen.insert(id);
        kept.append(id);
    }
    return kept;
}

} // namespace

template<typename T>
void Focus::set(T &value, const T &wanted, void (Focus::*changed)(Origin), Origin origin)
{
    if (value == wanted)
        return;
    value = wanted;
    emit(this->*changed)(origin);
}

void Focus::setDevices(const QStringList &ids, Origin origin)
{
    set(m_devices, distinct(ids), &Focus::devicesChanged, origin);
}

void Focus::setMessage(quint64 number, Origin origin)
{
    set(m_message, number, &Focus::messageChanged, origin);
}

void Focus::reveal(quint64 number, Origin origin)
{
    setMessage(number, origin);
    emit revealed(number, origin);
}

void Focus::setDialog(const QString &callId, Origin origin)
{
    set(m_dialog, callId, &Focus::dialogChanged, origin);
}

void Focus::setOperation(quint64 number, Origin origin)
{
    set(m_operation, number, &Focus::operationChanged, origin);
}

void Focus::setRange(TimePoint one, TimePoint other, Origin origin)
{
    set(m_range, Range{std::min(one, other), std::max(one, other)}, &Focus::rangeChanged, origin);
}

void Focus::setFilter(const FlowFilter &filter, Origin origin)
{
    FlowFilter kept = filter;
    kept.devices = distinct(filter.devices);
    kept.callIds = distinct(filter.callIds);
    kept.text.truncate(maxText);
    set(m_filter, kept, &Focus::filterChanged, origin);
}

void Focus::clearFilters()
{
    emit filtersCleared(); // first: a table that shows all of its rows again chooses none of them by that
    setDevices({});
    setFilter({});
}

void Focus::setHover(quint64 number, Origin origin)
{
    set(m_hover, number, &Focus::hoverChanged, origin);
}

void Focus::setColumn(const ValueName &name, Origin origin)
{
    set(m_column, name, &Focus::columnChanged, origin);
}

void Focus::setMark(const QString &text, Origin origin)
{
    set(m_mark, text.left(maxText), &Focus::markChanged, origin);
}

} // namespace gb::ui
