#pragma once
#include "tests/support/site.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>
#include <QRegularExpression>
#include <QString>

namespace gb::test {

/// A message of a corpus and what its README asks for.
struct HostileFile
{
    QString name; ///< without its ending
    QString path;
    QString precondition; ///< P0, P1 or P2 and more, of gb28181-bad; else empty
    QString expected;     ///< the README's words
    QList<int> right;     ///< statuses that are right; 0: no answer

    QByteArray octets() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

/// A .tmpl with what only a live 401 tells: its nonce, and the digest over the header's own values.
inline QByteArray filled(QByteArray octets, const QByteArray &nonce)
{
    if (!octets.contains("@NONCE@"))
        return octets;
    octets.replace("@NONCE@", nonce);
    const qsizetype from = octets.indexOf("Digest ");
    const DigestCredentials parsed = parseCredentials(view(octets).substr(
        static_cast<std::size_t>(from), static_cast<std::size_t>(octets.indexOf('\r', from) - from)));
    octets.replace("@RESPONSE@",
        digestResponse(parsed, "REGISTER", std::string_view("12345678"),
            parsed.qop.empty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth));
    return octets;
}

/// Nothing in it moves a terminal's cursor, ends a line or turns the direction of writing.
inline bool isPrintable(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x20 || (u >= 0x7f && u <= 0x9f) || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069)
            || u == 0x2028 || u == 0x2029;
    });
}

inline QList<int> statusesIn(const QString &text)
{
    static const QRegularExpression status(QStringLiteral("\\b(none|[1-5]\\d\\d)\\b"));
    QList<int> statuses;
    for (auto it = status.globalMatch(text); it.hasNext();) {
        const QString word = it.next().captured(1);
        statuses.append(word == u"none" ? 0 : word.toInt());
    }
    return statuses;
}

/// The rows of tests/data/gb28181-bad whose files end in `endings`, as in "dat|tmpl".
inline QList<HostileFile> gb28181Files(const QString &endings)
{
    const QString folder = QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/");
    QFile readme(folder + QStringLiteral("README.md"));
    QList<HostileFile> files;
    const QRegularExpression row(
        QStringLiteral("^\\| ([a-g]\\d\\d[ab]?-[^ ]+)\\.(%1) \\| \\d+ \\| ([^|]+) \\| ([^|;]+)").arg(endings));
    while (readme.isOpen() || readme.open(QIODevice::ReadOnly)) {
        if (readme.atEnd())
            break;
        const auto match = row.match(QString::fromUtf8(readme.readLine()));
        if (match.hasMatch())
            files.append({match.captured(1), folder + match.captured(1) + u'.' + match.captured(2),
                match.captured(3).trimmed(), match.captured(4), statusesIn(match.captured(4))});
    }
    return files;
}

/// The rows of tests/data/rfc4475. Where its README says in words what we do, the words are read as: an INVITE is
/// processed by refusing it, which is what this server does with INVITEs; what is discarded silently gets no answer; a
/// REGISTER that is processed gets 200 or 401.
inline QList<HostileFile> rfc4475Files()
{
    const QString folder = QStringLiteral(GBSCOPE_TEST_DATA "/rfc4475/");
    QFile readme(folder + QStringLiteral("README.md"));
    QList<HostileFile> files;
    static const QRegularExpression row(QStringLiteral("^\\| ([a-z0-9-]+)\\.dat \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|"));
    while (readme.isOpen() || readme.open(QIODevice::ReadOnly)) {
        if (readme.atEnd())
            break;
        const auto match = row.match(QString::fromUtf8(readme.readLine()));
        if (!match.hasMatch())
            continue;
        const QString words = match.captured(2);
        HostileFile file{
            match.captured(1), folder + match.captured(1) + QStringLiteral(".dat"), {}, words, statusesIn(words)};
        const bool request = file.octets().startsWith("INVITE");
        if (request && words.contains(QRegularExpression(QStringLiteral("process|accept|ignore"))))
            file.right.append(488);
        if (words.contains(u"silently"))
            file.right = {0};
        if (!request && words.startsWith(u"process") && file.octets().startsWith("OPTIONS"))
            file.right.append(200);
        if (words.startsWith(u"processed;") || words.contains(u"RFC 2543 matching"))
            file.right += {200, 401};
        files.append(file);
    }
    return files;
}

/// PROTOS c07-sip: GPL-2 data that is not ours to bring along. Its folder is GBSCOPE_PROTOS, or a checkout beside this
/// one; empty where there is none.
inline QList<HostileFile> protosFiles()
{
    const QString named = qEnvironmentVariable("GBSCOPE_PROTOS");
    const QDir folder(named.isEmpty() ? QStringLiteral(GBSCOPE_TEST_DATA "/../../../shared/corpus/protos") : named);
    // The README's list, and what RFC 3261 has for cases that it did not think of: another type of body (415), another
    // scheme (416)
    static const QList<int> right{100, 200, 400, 404, 405, 413, 414, 415, 416, 420, 481, 485, 488, 501, 505, 0};
    QList<HostileFile> files;
    for (const QString &name : folder.entryList({QStringLiteral("*.dat")}, QDir::Files, QDir::Name))
        files.append({name.chopped(4), folder.filePath(name), {}, {}, right});
    return files;
}

} // namespace gb::test
