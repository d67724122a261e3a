#pragma once
#include <QByteArray>
#include <QCryptographicHash>

namespace gb {

/// Octets that follow from a salt, a kind and a value, and tell nothing of the value to who has no salt.
class SaltedStream
{
public:
    SaltedStream(const QByteArray &salt, char kind, const QByteArray &value, int attempt = 0)
        : m_state(QCryptographicHash::hash(
            QByteArray(salt + kind + QByteArray::number(attempt) + ':' + value), QCryptographicHash::Sha256))
    {
    }

    quint8 octet()
    {
        if (m_at == m_state.size()) {
            m_state = QCryptographicHash::hash(m_state, QCryptographicHash::Sha256);
            m_at = 0;
        }
        return static_cast<quint8>(m_state[m_at++]);
    }
    /// 0 to `size` - 1; up to 16 bits.
    int below(int size)
    {
        const int high = octet();
        return (high * 256 + octet()) % size;
    }
    char digit() { return static_cast<char>('0' + below(10)); }

private:
    QByteArray m_state;
    qsizetype m_at = 0;
};

} // namespace gb
