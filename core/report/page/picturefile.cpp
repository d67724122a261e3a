#include "core/report/page/style.h"
#include "core/report/page/svg.h"

#include <QRegularExpression>

namespace gb::page {

QByteArray pictureFile(const QString &picture)
{
    const QString start = QStringLiteral("<svg "), space = QStringLiteral("xmlns=\"http://www.w3.org/2000/svg\" ");
    QString out = picture.isEmpty() ? QStringLiteral("<svg viewBox=\"0 0 20 20\" width=\"20\"></svg>") : picture;
    static const QRegularExpression box(QStringLiteral("viewBox=\"0 0 \\d+ (\\d+)\""));
    const qsizetype content = out.indexOf(u'>') + 1; // no attribute has one: what strangers wrote is escaped
    out.insert(content,
        QStringLiteral("\n<style>") + pictureStyle()
            + QStringLiteral("</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"));
    const QString high = box.match(out).captured(1);
    out.insert(start.size(), space + QStringLiteral("height=\"%1\" ").arg(high)); // else it fills a window
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out.toUtf8() + '\n';
}

} // namespace gb::page
