#include "core/capture/filetarget.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace gb::filetarget {
namespace {

constexpr int maxLinks = 40;       ///< as Linux has it
constexpr qsizetype maxName = 240; ///< octets; systems have 255, and a number and an ending come behind it

} // namespace

QString canonical(const QString &path)
{
    QFileInfo info(path);
    for (int links = 0; info.isSymLink(); ++links) {
        if (links == maxLinks)
            return {};
        info = QFileInfo(info.symLinkTarget());
    }
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return QDir(folder.isEmpty() ? info.absolutePath() : folder).filePath(info.fileName());
}

QString objection(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty())
        return QStringLiteral("a name is needed");
    if (info.isDir() || path.endsWith(u'/'))
        return QStringLiteral("this is a folder; a file is needed");
    if (info.exists() && !info.isFile())
        return QStringLiteral("this is a device, a pipe or a socket; only a regular file is written to");
    const QString real = canonical(path);
    if (real.isEmpty())
        return QStringLiteral("its symbolic links lead in a circle");
    const QString folder = QFileInfo(real).path();
    if (!QFileInfo(folder).isDir())
        return QStringLiteral("there is no folder %1").arg(folder);
    const qsizetype size = QFile::encodeName(QFileInfo(real).fileName()).size();
    return size <= maxName
        ? QString()
        : QStringLiteral("the name of a file has at most %1 bytes, and this one %2").arg(maxName).arg(size);
}

QString numbered(const QString &path, int number)
{
    if (number == 1)
        return path;
    const qsizetype name = path.lastIndexOf(u'/') + 1, dot = path.lastIndexOf(u'.');
    const qsizetype end = dot > name ? dot : path.size(); // a dot in front is no ending
    return path.left(end) + u'-' + QString::number(number) + path.mid(end);
}

bool isAmong(const QStringList &files, const QString &target)
{
    return std::any_of(files.begin(), files.end(),
        [&](const QString &file) { return QFileInfo::exists(file) && QFileInfo(file) == QFileInfo(target); });
}

bool writeAll(QFile &file, const QByteArray &octets, QString *error, qint64 *written)
{
    qint64 done = 0;
    while (done < octets.size()) {
        const qint64 now = file.write(octets.constData() + done, octets.size() - done);
        if (now <= 0) {
            *error = file.errorString();
            break;
        }
        done += now;
    }
    if (written)
        *written = done;
    return done == octets.size();
}

bool replace(const QString &from, const QString &to, QString *error)
{
    std::error_code code;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), code);
    if (code)
        *error = QString::fromStdString(code.message());
    return !code;
}

} // namespace gb::filetarget
