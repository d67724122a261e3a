#pragma once
#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace gb::sipp {

/// What of a recorded text is another one whenever the scenario runs.
struct Name
{
    QByteArray text;
    QByteArray keyword; ///< of sipp, with its brackets
};
using Names = QList<Name>; ///< the first that fits holds

/// A message as a scenario of sipp holds it: sipp sends just the octets that were put in, whatever they are. Nothing of
/// them is a keyword, an end of the section or a letter that a terminal obeys: all is ASCII, and what sipp would read,
/// or trim, stands as \xNN.
class Cdata
{
public:
    explicit Cdata(Names names = {})
        : m_names(std::move(names))
    {
    }

    /// Where a name stands as a word of its own, its keyword stands instead.
    Cdata &put(QByteArrayView octets);
    Cdata &keyword(QByteArrayView keyword);
    Cdata &line(); ///< an end of a line
    const QByteArray &text() const { return m_out; }

private:
    const Name *nameAt(QByteArrayView octets, qsizetype at) const;
    void putOctet(char octet);

    const Names m_names;
    QByteArray m_out;
};

} // namespace gb::sipp
