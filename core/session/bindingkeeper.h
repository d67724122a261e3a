#pragma once
#include "core/devices/device.h"
#include "core/server/registrar.h"

#include <QThreadPool>

#include <memory>
#include <vector>

class QJsonObject;

namespace gb {

/**
 * Keeps the registrations that a Registrar granted in a file, so that the devices are known when the program starts
 * again. Lives in the engine's thread; writes in one of its own, at most once in `pause`, and only what has changed.
 * An existing file that is none of ours is left alone. The file has device IDs and addresses, and no secret.
 */
class BindingKeeper
{
public:
    static constexpr std::chrono::seconds pause{5};    ///< between two writes; what a crash loses
    static constexpr qint64 maxFile = 8 * 1024 * 1024; ///< bytes

    BindingKeeper();
    ~BindingKeeper(); ///< waits for what is being written

    /// Gives the registrations of this server that are in force to the registrar, and returns them. `local`: where we
    /// listen. Reads the file where it is another one than before, some milliseconds. Where `config` names none there
    /// are none.
    QList<KeptRegistration> open(
        const ServerConfig &config, const Endpoint &local, Registrar &registrar, TimePoint now, TimePoint wall);
    /// Writes what has changed, where it is time.
    void look(const Registrar &registrar, TimePoint now, TimePoint wall);
    /// When look() has something to write; empty: nothing has changed.
    std::optional<TimePoint> due(const Registrar &registrar) const;
    /// Writes what has changed, and lets go of the file.
    void close(const Registrar &registrar, TimePoint now, TimePoint wall);

    /// Why the file could not be read or written; empty where it could, and when it was asked for already.
    QString takeProblem();
    QString file() const { return m_path; }

private:
    /// Of one registration, on the wall's clock: milliseconds since 1970.
    struct Line
    {
        QByteArray id;
        Binding binding;
        qint64 at = 0, until = 0;
    };
    /// What a file has.
    struct Content
    {
        QString path, serverId, domain;
        std::vector<Line> lines;
    };
    struct Trouble;

    static QJsonObject objectOf(const Line &line);
    static std::optional<Line> lineOf(const QJsonObject &object);
    static std::shared_ptr<const Content> read(const QString &path, QString *problem);
    static void save(const Content &content, Trouble &trouble);
    void write(const Registrar &registrar, TimePoint now, TimePoint wall);

    QString m_path; ///< empty: nothing is kept
    QString m_serverId, m_domain;
    std::shared_ptr<const Content> m_last; ///< that was written or read: no disk is waited for to know it
    quint64 m_written = 0;                 ///< Bindings::changes() of the last write
    TimePoint m_at{};                      ///< of that
    std::shared_ptr<Trouble> m_trouble;
    QThreadPool m_writer;
};

} // namespace gb
