#pragma once
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <functional>

namespace gb::test {

/// The event has this word at that key.
inline bool is(const QJsonObject &event, QStringView key, QStringView word)
{
    return event[key].toString() == word;
}

/// gbscope-cli as its users run it. Reads its lines as they come; waits for events, never for a time.
class ServerProcess
{
public:
    static constexpr int patience = 30'000; ///< ms until something that must come is missed

    bool start(const QStringList &arguments, const QString &command = QStringLiteral("serve"))
    {
        process.setProcessChannelMode(QProcess::SeparateChannels);
        process.start(QStringLiteral(GBSCOPE_CLI), QStringList{command} + arguments);
        if (!process.waitForStarted(patience))
            return false;
        const QJsonObject ready = waitFor(
            [](const QJsonObject &e) { return is(e, u"event", u"listening") || is(e, u"event", u"capturing"); });
        port = static_cast<quint16>(ready[u"port"].toInt()); // none where it captures
        return !ready.isEmpty();
    }

    void command(const QByteArray &line) { process.write(line + '\n'); }

    /// The first event from here on that fits; empty where the process ended or patience did.
    QJsonObject waitFor(const std::function<bool(const QJsonObject &)> &fits)
    {
        for (;;) {
            while (process.canReadLine()) {
                const QJsonObject event = QJsonDocument::fromJson(process.readLine()).object();
                events.append(event);
                if (fits(event))
                    return event;
            }
            if (!process.waitForReadyRead(patience))
                return {};
        }
    }

    /// Sends quit and returns the summary.
    QJsonObject quit()
    {
        command("quit");
        const QJsonObject summary = waitFor([](const QJsonObject &e) { return is(e, u"event", u"summary"); });
        process.closeWriteChannel();
        process.waitForFinished(patience);
        return summary;
    }

    qsizetype count(const std::function<bool(const QJsonObject &)> &fits) const
    {
        return std::count_if(events.begin(), events.end(), fits);
    }

    QProcess process;
    QList<QJsonObject> events;
    quint16 port = 0;
};

} // namespace gb::test
