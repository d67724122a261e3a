#pragma once
#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

class QLockFile;

namespace gb {

/// A file that appears whole or not at all: what is written stands beside it, as NAME.part, until commit(). What a
/// process left that was killed meanwhile is removed by the next one that writes the same file.
class WholeFile
{
public:
    WholeFile();
    ~WholeFile(); ///< what was not committed is removed

    /// `replace`: a regular file that is there is replaced by commit(), at once for every reader; else it is an error.
    /// Anything else that is there is refused, and so is the record of a gbscope that runs.
    bool open(const QString &target, bool replace);
    /// Instead of open(): what is written goes nowhere, position() counts it.
    void countOnly() { m_counts = true; }
    bool write(const QByteArray &octets);
    /// Where write() goes on, from the start; what stands there is written over.
    bool seek(qint64 place);
    qint64 position() const { return m_counts ? m_counted : m_file->pos() + m_waiting.size(); }
    bool commit();

    /// Why the last step failed, and of what: the file, or its folder.
    QString errorText() const { return m_error; }
    QString errorPlace() const { return m_place; }
    /// Where it is, as a folder that other parts of it may stand in meanwhile.
    QString folder() const { return m_folder; }

private:
    bool fail(const QString &text, const QString &place);
    bool mayReplace();
    bool openPart(const QString &name);
    bool flush();

    std::unique_ptr<QLockFile> m_lock; ///< says that m_file has a writer; outlives it
    std::unique_ptr<QFile> m_file;
    QByteArray m_waiting; ///< what is written in one piece
    QString m_target, m_folder, m_error, m_place;
    bool m_replace = false, m_counts = false;
    qint64 m_counted = 0; ///< octets
};

} // namespace gb
