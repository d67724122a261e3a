#pragma once
#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

namespace gb {

/// A file that appears whole or not at all: what is written stands beside it, as NAME.part, until commit().
class WholeFile
{
public:
    ~WholeFile(); ///< what was not committed is removed

    /// `replace`: a regular file that is there is replaced by commit(), at once for every reader; else it is an error.
    /// Anything else that is there is refused, and so is the record of a gbscope that runs.
    bool open(const QString &target, bool replace);
    bool write(const QByteArray &octets);
    /// Where write() goes on, from the start; what stands there is written over.
    bool seek(qint64 place);
    qint64 position() const { return m_file->pos() + m_waiting.size(); }
    bool commit();

    /// Why the last step failed, and of what: the file, or its folder.
    QString errorText() const { return m_error; }
    QString errorPlace() const { return m_place; }
    /// Where it is, as a folder that other parts of it may stand in meanwhile.
    QString folder() const { return m_folder; }

private:
    bool fail(const QString &text, const QString &place);
    bool mayReplace();
    bool flush();

    std::unique_ptr<QFile> m_file;
    QByteArray m_waiting; ///< what is written in one piece
    QString m_target, m_folder, m_error, m_place;
    bool m_replace = false;
};

} // namespace gb
