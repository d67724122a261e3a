#include "core/report/sipp/cdata.h"

#include <algorithm>

namespace gb::sipp {
namespace {

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Nothing of the same number or name goes on there: 192.0.2.1 is not in 192.0.2.1.5.
bool endsAt(QByteArrayView octets, qsizetype at)
{
    if (at >= octets.size())
        return true;
    return !isWord(octets.at(at)) && (octets.at(at) != '.' || at + 1 >= octets.size() || !isWord(octets.at(at + 1)));
}
bool beginsAt(QByteArrayView octets, qsizetype at)
{
    return at == 0 || (!isWord(octets.at(at - 1)) && octets.at(at - 1) != '.');
}

} // namespace

const Name *Cdata::nameAt(QByteArrayView octets, qsizetype at) const
{
    if (!isWord(octets.at(at)) || !beginsAt(octets, at))
        return nullptr;
    const auto found = std::find_if(m_names.begin(), m_names.end(), [&](const Name &name) {
        return octets.sliced(at).startsWith(name.text) && endsAt(octets, at + name.text.size());
    });
    return found == m_names.end() ? nullptr : &*found;
}

void Cdata::putOctet(char octet)
{
    constexpr char digits[] = "0123456789ABCDEF";
    const bool starts = m_out.isEmpty() || m_out.endsWith('\n'); // sipp takes blanks away there
    if (octet > ' ' ? octet < 0x7f && octet != '[' && octet != ']' && octet != '\\' : octet == ' ' && !starts) {
        m_out += octet;
        return;
    }
    const auto value = static_cast<unsigned char>(octet);
    m_out += "\\x";
    m_out += digits[value >> 4];
    m_out += digits[value & 15];
}

Cdata &Cdata::put(QByteArrayView octets)
{
    for (qsizetype at = 0; at < octets.size(); ++at) {
        if (const Name *const name = nameAt(octets, at)) {
            m_out += name->keyword;
            at += name->text.size() - 1;
        } else if (octets.at(at) == '\r' && at + 1 < octets.size() && octets.at(at + 1) == '\n') {
            line();
            ++at;
        } else {
            putOctet(octets.at(at));
        }
    }
    return *this;
}

Cdata &Cdata::keyword(QByteArrayView keyword)
{
    m_out += keyword;
    return *this;
}

Cdata &Cdata::line()
{
    if (m_out.endsWith(' ')) // sipp takes blanks away there
        m_out.replace(m_out.size() - 1, 1, "\\x20");
    m_out += '\n';
    return *this;
}

} // namespace gb::sipp
