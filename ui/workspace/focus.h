#pragma once
#include "core/base/clock.h"
#include "core/ladder/flowfilter.h"
#include "core/message/valuename.h"

#include <QObject>
#include <QStringList>

namespace gb::ui {

/**
 * What the user looks at: one object for all panes of a window, without widgets. A pane that changes it says who it is
 * (`origin`), so that it need not answer its own change. A setter that changes nothing tells nobody.
 */
class Focus final : public QObject
{
    Q_OBJECT
public:
    using Origin = const QObject *; ///< may be nullptr: none of the panes

    static constexpr qsizetype maxText = 1000; ///< characters of a filter or a mark

    /// From the first moment to the last one; the beginning of time in both: all.
    struct Range
    {
        TimePoint from{}, to{};
        bool operator==(const Range &) const = default;
    };

    using QObject::QObject;

    /// IDs of the chosen devices, each once, the one that was chosen first in front.
    const QStringList &devices() const { return m_devices; }
    /// The first of them; empty: none is chosen.
    QString device() const { return m_devices.value(0); }
    void setDevices(const QStringList &ids, Origin origin = nullptr);

    /// Number of the chosen message; 0: none.
    quint64 message() const { return m_message; }
    void setMessage(quint64 number, Origin origin = nullptr);
    /// Chooses a message and has it brought into sight, though it may be chosen already.
    void reveal(quint64 number, Origin origin = nullptr);

    /// Call-ID of the chosen dialog or transaction; empty: none.
    const QString &dialog() const { return m_dialog; }
    void setDialog(const QString &callId, Origin origin = nullptr);

    /// Number of the message that began the chosen operation, such as a call; 0: none.
    quint64 operation() const { return m_operation; }
    void setOperation(quint64 number, Origin origin = nullptr);

    const Range &range() const { return m_range; }
    /// In either order.
    void setRange(TimePoint one, TimePoint other, Origin origin = nullptr);

    /// Which messages the flow shows.
    const FlowFilter &filter() const { return m_filter; }
    void setFilter(const FlowFilter &filter, Origin origin = nullptr);
    /// Chooses no device and shows everything. Each pane follows, also the one that asked for it.
    void clearFilters();

    /// Number of the message under the pointer; 0: none.
    quint64 hover() const { return m_hover; }
    void setHover(quint64 number, Origin origin = nullptr);

    /// What is marked in texts, as a search found it; empty: nothing.
    const QString &mark() const { return m_mark; }
    void setMark(const QString &text, Origin origin = nullptr);

    /// Which value of each message the flow shows beside its time; of no kind: none.
    const ValueName &column() const { return m_column; }
    void setColumn(const ValueName &name, Origin origin = nullptr);

    /// Has a text looked for in all messages, and marked wherever it stands.
    void seek(const QString &text) { emit sought(text.left(maxText)); }

signals:
    void devicesChanged(gb::ui::Focus::Origin origin);
    void messageChanged(gb::ui::Focus::Origin origin);
    void revealed(quint64 number, gb::ui::Focus::Origin origin);
    void dialogChanged(gb::ui::Focus::Origin origin);
    void operationChanged(gb::ui::Focus::Origin origin);
    void rangeChanged(gb::ui::Focus::Origin origin);
    void filterChanged(gb::ui::Focus::Origin origin);
    /// Whoever filters by something of its own shows all.
    void filtersCleared();
    void hoverChanged(gb::ui::Focus::Origin origin);
    void markChanged(gb::ui::Focus::Origin origin);
    void columnChanged(gb::ui::Focus::Origin origin);
    void sought(const QString &text);

private:
    template<typename T>
    void set(T &value, const T &wanted, void (Focus::*changed)(Origin), Origin origin);

    QStringList m_devices;
    QString m_dialog, m_mark;
    quint64 m_message = 0, m_operation = 0, m_hover = 0;
    Range m_range;
    FlowFilter m_filter;
    ValueName m_column;
};

} // namespace gb::ui
