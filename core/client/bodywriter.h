#pragma once
#include "core/client/command.h"

#include <QXmlStreamWriter>

namespace gb {

/// Writes elements by their paths. What two neighbours have in common at the start of their paths is written once.
class ElementWriter
{
public:
    explicit ElementWriter(QXmlStreamWriter &xml)
        : m_xml(xml)
    {
    }

    void leaf(QLatin1StringView path, const QString &value);
    /// An element that stays open, so that leaf() and open() write into it until close().
    void open(QLatin1StringView name, std::optional<qsizetype> num = {});
    void close();

private:
    void enter(const QList<QLatin1StringView> &parents);

    QXmlStreamWriter &m_xml;
    QList<QLatin1StringView> m_parents; ///< of the last leaf, open still
};

/// A body of MANSCDP, GB/T 28181-2022 A.2.1. Characters that XML 1.0 does not have are left out. In the charset of the
/// edition: GB2312 until 2016, whose other characters become GB 18030's, and GB18030 since 2022.
struct AskBody
{
    const AskCommand &command;
    QByteArray deviceId; ///< isPlainId()
    quint32 sn = 0;
    AskValues values; ///< as checkValues() leaves them
    Edition edition = Edition::V2016;
};
QByteArray writeBody(const AskBody &body);

} // namespace gb
