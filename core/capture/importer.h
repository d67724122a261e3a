#pragma once
#include "core/base/clockwatch.h"
#include "core/capture/pcapreader.h"
#include "core/capture/signallingsieve.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace gb {

/**
 * Reads captures; of a file that holds more than signalling, only that. Several files are read together in the order of
 * time: the clock of each is set by that of the first one, as far as messages are in both (ClockOffset). Within one
 * file the order is the file's.
 */
class Importer
{
public:
    static constexpr int maxFiles = 64;
    static constexpr std::size_t maxJumps = 256; ///< that wait for takeJumps(); over it they are counted only
    static constexpr qint64 maxCompared = 256 * 1024 * 1024; ///< octets of a file that are read ahead to compare clocks

    /// What is told of a file.
    struct Source
    {
        QString path;
        QString error;                       ///< where, and why, its rest cannot be read
        std::optional<Duration> clockOffset; ///< its clock is that much ahead of the first file's, and was set back;
                                             ///< empty: nothing to tell it by
        quint64 pairs = 0;                   ///< messages that are in the first file, too
        quint64 messages = 0;                ///< that began in it: UDP datagrams and TCP segments
    };
    /// False ends it; 0 to 1.
    using Progress = std::function<bool(double fraction)>;

    Importer();
    ~Importer();

    /// False with errorText() where one of them is no capture, or there are more than maxFiles. `progress` is asked
    /// while clocks are compared.
    bool open(const QStringList &paths, const Progress &progress = {});
    bool open(const QString &path) { return open(QStringList{path}); }
    /// The next message of signalling. Null where the datagram is none; `result` as PcapReader::step. The octets hold
    /// until the next call.
    std::optional<Datagram> next(PcapReader::Result &result);
    /// What the last next() brought instead of a message; once.
    std::optional<JournalNote> takeNote() { return std::exchange(m_note, std::nullopt); }
    NoteCounts noteCounts() const;
    /// In which the octets of the message stand that next() gave last: who keeps a copy may keep the message.
    const QByteArray &bufferOf(const Datagram &message) const;

    /// What is wrong with the files, by their names where there are several.
    QString errorText() const;
    PacketCounts counts() const;
    /// Of the files' octets behind us, 0 to 1.
    double progress() const;
    std::vector<Source> sources() const;
    /// Datagrams that are not signalling.
    quint64 skipped() const { return m_sieve.skipped(); }
    /// Octets of SIP over TCP that are missing, or belong to a message whose start is.
    quint64 tcpOctetsLost() const { return m_sieve.tcpOctetsLost(); }
    const SignallingSieve::HepCounts &hepCounts() const { return m_sieve.hepCounts(); }
    /// Connections whose content cannot be seen.
    const std::vector<ImporterTcp::Encrypted> &encrypted() const { return m_sieve.encrypted(); }
    TimePoint last() const { return m_last; }
    /// Where the time of a file's packets went back by a second or more, at one network card; each once.
    std::vector<ClockJump> takeJumps() { return std::exchange(m_jumps, {}); }
    /// All of them.
    quint64 jumps() const { return m_jumpCount; }

private:
    struct Input;

    void readOne();
    std::optional<Datagram> nextSieved();
    void noteJump(const Input &input);
    void reach(TimePoint at);
    bool compareClocks(const Progress &progress);
    void end();

    std::vector<std::unique_ptr<Input>> m_inputs;
    SignallingSieve m_sieve{true};
    std::optional<PcapReader::Result> m_end;
    std::optional<JournalNote> m_note;
    QString m_error;
    double m_size = 1; ///< octets of all files
    TimePoint m_last{};
    std::vector<ClockJump> m_jumps;
    quint64 m_jumpCount = 0;
};

} // namespace gb
