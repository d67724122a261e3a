#include "app/pictureexport.h"

#include "core/base/pipes.h"
#include "core/message/deviceid.h"
#include "core/report/words/secretwording.h"
#include "ui/export/painted.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

using namespace gb;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("arguments", text);
}

} // namespace

std::optional<PictureExport> PictureExport::read(const QCommandLineParser &parser, QString *problem)
{
    const auto refuse = [problem](const QString &why) {
        *problem = why;
        return std::nullopt;
    };
    const bool asked = parser.isSet(QStringLiteral("export"));
    for (const Option &one : options) {
        const QString name = QString::fromLatin1(one.name);
        if (parser.isSet(name) && one.value && parser.value(name).isEmpty())
            return refuse(QStringLiteral("--%1 needs a value").arg(name));
        if (parser.isSet(name) && !asked)
            return refuse(QStringLiteral("--%1 goes with --export").arg(name));
    }
    if (!asked)
        return std::nullopt;
    PictureExport picture;
    picture.to = parser.value(QStringLiteral("export"));
    picture.device = parser.value(QStringLiteral("device"));
    picture.chart = parser.isSet(QStringLiteral("chart"));
    if (!picture.to.endsWith(u".png", Qt::CaseInsensitive) && !picture.to.endsWith(u".pdf", Qt::CaseInsensitive))
        return refuse(QStringLiteral("--export takes FILE.png or FILE.pdf"));
    if (parser.positionalArguments().isEmpty())
        return refuse(QStringLiteral("--export needs a capture to read"));
    if (!parser.isSet(QStringLiteral("redact")))
        return picture;
    const auto profile = profileOf(parser.value(QStringLiteral("redact")).toUtf8());
    if (!profile)
        return refuse(QStringLiteral("--redact takes own-site, vendor, public or none"));
    picture.profile = *profile;
    return picture;
}

int PictureExport::run(const QStringList &files) const
{
    ExportOptions wanted;
    wanted.format = chart ? "heartbeats-" : "ladder-";
    wanted.format += to.right(3).toLower().toUtf8();
    wanted.profile = profile;
    if (!device.isEmpty())
        wanted.devices = {device};
    const ExportResult result = ui::exportAs(files, to, wanted);
    if (!result.error.isEmpty()) {
        const QString what = result.failed.isEmpty() ? files.join(QStringLiteral(", ")) : result.failed;
        std::fprintf(stderr, "%s\n", qPrintable(printable(what + u": " + result.error, 2048)));
        return EXIT_FAILURE;
    }
    QStringList said{words(QT_TRANSLATE_NOOP("arguments", "%1 of %2 messages, painted to %3"))
                         .arg(result.messages)
                         .arg(result.of)
                         .arg(printable(to, 2048))};
    if (!result.broken.isEmpty())
        said << printable(result.broken, 2048);
    said << (profile == Profile::None ? QStringList{wording::profileMeaning(profile)}
                                      : wording::secrets(result.secrets));
    const pipes::Outcome outcome = pipes::write(
        pipes::Stream::Out, (said.join(QStringLiteral(". ")) + u'\n').toLocal8Bit());
    return outcome == pipes::Outcome::Written ? EXIT_SUCCESS : EXIT_FAILURE;
}
