#pragma once
#include "core/message/valuename.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace gb {
class Session;
}

namespace gb::ui {

/// One value of each message, as the ladder shows it beside the time: read from the record as rows come into sight.
class ValueColumn final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kept = 5000; ///< values; more than any screen has rows

    using QObject::QObject;

    /// Where messages are read. Outlives the column, or is set once.
    void setSession(Session *session);
    /// What it shows; of no kind: nothing.
    void setName(const ValueName &name);
    const ValueName &name() const { return m_name; }
    bool isOn() const { return m_name.canBeColumn(); }
    /// Empty while it is not known, or where the message has none: read() asks for it, once.
    QString value(quint64 number) const { return m_values.value(number); }
    void read(quint64 number);
    /// Numbers begin anew.
    void forget();

signals:
    void changed();

private:
    Session *m_session = nullptr;
    ValueName m_name;
    QHash<quint64, QString> m_values;
    QSet<quint64> m_asked;
};

} // namespace gb::ui
