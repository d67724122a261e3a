#include "core/report/exportname.h"

#include <QRegularExpression>

namespace gb {
namespace {

QString additionOf(Profile profile)
{
    switch (profile) {
    case Profile::OwnSite: return QStringLiteral("export");
    case Profile::Vendor: return QStringLiteral("vendor");
    case Profile::Public: return QStringLiteral("public");
    case Profile::None: break;
    }
    return QStringLiteral("with-credentials");
}

} // namespace

QString exportName(const ExportName &of)
{
    const bool isReal = of.profile == Profile::OwnSite || of.profile == Profile::None;
    const QString time = of.at.toString(QStringLiteral("yyyyMMdd-HHmmss")),
                  addition = of.addition.isEmpty() ? additionOf(of.profile) : of.addition;
    QStringList parts;
    if (!isReal)
        parts << QStringLiteral("gbscope") << time;
    else if (of.devices.size() == 1)
        parts << of.devices.constFirst() << time;
    else
        parts << of.record; // which tells a time, where it is one of ours
    return legalFileName((parts << addition).join(u'-'));
}

QString legalFileName(const QString &name)
{
    constexpr qsizetype most = 100;
    static const QRegularExpression device(
        QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"), QRegularExpression::CaseInsensitiveOption);
    QString legal;
    for (const QChar one : name.left(most))
        legal += one.category() == QChar::Other_Control || one.category() == QChar::Other_Format
                || QStringLiteral("<>:\"/\\|?*").contains(one)
            ? QChar(u'_')
            : one;
    if (legal.startsWith(u'.')) // it would be hidden
        legal[0] = u'_';
    while (legal.endsWith(u'.') || legal.endsWith(u' '))
        legal.chop(1);
    if (!legal.isEmpty() && legal.back().isHighSurrogate()) // the cut went through a character
        legal.chop(1);
    return legal.isEmpty() || device.match(legal).hasMatch() ? u'_' + legal : legal;
}

} // namespace gb
