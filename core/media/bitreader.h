#pragma once
#include <QtGlobal>

#include <string_view>

namespace gb {

/// Bits of a NAL unit, without the octets 03 that keep start codes out of it (ITU-T H.264 §7.4.1.1). Behind its end
/// there are zeros, and failed() says so.
class BitReader
{
public:
    explicit BitReader(std::string_view nal)
        : m_octets(nal)
    {
    }
    quint32 bit()
    {
        if (m_left == 0 && !load())
            return 0;
        return m_octet >> --m_left & 1U;
    }
    /// At most 32.
    quint32 bits(int count)
    {
        quint32 value = 0;
        for (; count > 0; --count)
            value = value << 1 | bit();
        return value;
    }
    void skip(int count)
    {
        for (; count > 0; --count)
            bit();
    }
    /// ue(v), §9.1.
    quint32 number()
    {
        int zeros = 0;
        while (zeros < 32 && !m_failed && bit() == 0)
            ++zeros;
        if (zeros >= 32)
            m_failed = true;
        return m_failed ? 0 : (quint32{1} << zeros) - 1 + bits(zeros);
    }
    /// se(v), §9.1.1.
    qint32 signedNumber()
    {
        const quint32 code = number();
        return code & 1U ? static_cast<qint32>(code / 2 + 1) : -static_cast<qint32>(code / 2);
    }
    bool failed() const { return m_failed; }

private:
    bool load()
    {
        if (m_at < m_octets.size() && m_zeros >= 2 && m_octets[m_at] == 3) {
            ++m_at;
            m_zeros = 0;
        }
        if (m_at == m_octets.size()) {
            m_failed = true;
            return false;
        }
        m_octet = static_cast<quint8>(m_octets[m_at++]);
        m_zeros = m_octet == 0 ? m_zeros + 1 : 0;
        m_left = 8;
        return true;
    }

    std::string_view m_octets;
    std::size_t m_at = 0;
    int m_zeros = 0, m_left = 0;
    quint8 m_octet = 0;
    bool m_failed = false;
};

} // namespace gb
