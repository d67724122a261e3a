#include "ui/workspace/samples.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace gb::ui {

std::span<const Sample> samples()
{
    static constexpr Sample all[] = {
        {"wrong-password.pcapng", QT_TRANSLATE_NOOP("Commands", "Camera with a &wrong password")},
        {"went-silent.pcapng", QT_TRANSLATE_NOOP("Commands", "One of two cameras stops its &heartbeats")},
        {"site.pcapng", QT_TRANSLATE_NOOP("Commands", "&Site with seven devices")},
    };
    return all;
}

QString samplePath(const Sample &sample)
{
    const QString beside = QCoreApplication::applicationDirPath();
    for (const char *const folder : {"/../share/gbscope/samples/", "/samples/", "/../Resources/samples/"}) {
        const QFileInfo file(beside + QLatin1String(folder) + QLatin1String(sample.file));
        if (file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace gb::ui
