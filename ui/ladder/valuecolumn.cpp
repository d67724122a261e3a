#include "ui/ladder/valuecolumn.h"

#include "core/session/session.h"

namespace gb::ui {

void ValueColumn::setSession(Session *session)
{
    m_session = session;
    session->when<outcome::MessageRead>(this, [this](const outcome::MessageRead &read) {
        if (!m_asked.remove(read.number))
            return;
        m_values.insert(read.number, valueOf(read.datagram.octets, m_name).value_or(QString()));
        emit changed();
    });
}

void ValueColumn::setName(const ValueName &name)
{
    if (m_name == name)
        return;
    m_name = name;
    forget();
}

void ValueColumn::read(quint64 number)
{
    if (!m_session || m_asked.contains(number) || m_values.contains(number))
        return;
    if (m_values.size() >= kept)
        m_values.clear();
    m_asked.insert(number);
    m_session->send(wish::Read{number});
}

void ValueColumn::forget()
{
    m_values.clear();
    m_asked.clear();
    emit changed();
}

} // namespace gb::ui
