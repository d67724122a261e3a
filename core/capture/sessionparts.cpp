#include "core/capture/pcapngwriter.h"
#include "core/capture/sessionfile.h"

#include <QFile>
#include <QFileInfo>

// How a record goes on from file to file; all in the writer's thread

namespace gb {

/// A file that is not the first begins with what is in force, so that it can be read alone.
QByteArray SessionFile::headerFor(const QString &before)
{
    QByteArray header = m_header;
    const TimePoint at = m_lastAt;
    const std::scoped_lock guard(m_mutex);
    for (const notes::What &one : m_inForce) {
        JournalNote note{at, one};
        if (auto *began = std::get_if<notes::RecordBegan>(&note.what))
            *began = {began->program, before, before.isEmpty() ? 0 : m_lastNumber};
        PcapngWriter::appendNote(header, at, notetext::write(note));
    }
    return header;
}

/// The first one, as soon as the disk lets us, or one in place of what another program harmed.
bool SessionFile::makeFile(QString *why)
{
    const QByteArray header = m_had ? headerFor({}) : m_header;
    if (m_file.make(m_asked, header, why) != RecordFile::Made::Yes)
        return false;
    m_end = header.size();
    tellMade(false);
    return true;
}

bool SessionFile::isPartFull(TimePoint latest) const
{
    const bool old = m_parts.age > Duration{} && m_partBegan != TimePoint() && latest - m_partBegan >= m_parts.age;
    return (old || (m_parts.octets > 0 && m_end >= m_parts.octets)) && m_ended.size() < maxParts;
}

/// Where the disk does not let another one be made the last one grows, and it is tried again.
void SessionFile::beginPart()
{
    RecordFile next;
    QString why;
    const QString before = m_file.path();
    const QByteArray header = headerFor(QFileInfo(before).fileName());
    if (next.make(m_parts.next(), header, &why) != RecordFile::Made::Yes)
        return;
    m_file.swap(next);
    next.close();
    endPart(before);
    m_end = header.size();
    m_parts.ended();
    quint64 removed = 0;
    while (!m_ended.empty() && !QFile::exists(m_ended.front().path)) {
        removed = m_ended.front().last;
        m_ended.erase(m_ended.begin());
    }
    m_places->lose(removed);
    tellMade(true, removed);
}

void SessionFile::endPart(const QString &path)
{
    m_ended.push_back({path, m_lastNumber});
    ++m_part;
    m_partBegan = {};
    while (!m_ended.empty() && m_ended.front().path.isEmpty()) { // its place in the list will be that of another one
        m_places->lose(m_ended.front().last);
        m_ended.erase(m_ended.begin());
    }
}

/// By RecordPlace::file.
QStringList SessionFile::filesNow() const
{
    QStringList files(static_cast<qsizetype>(std::min<quint64>(m_part + 1, 256)));
    quint64 part = m_part - m_ended.size();
    for (const Part &one : m_ended)
        files[static_cast<qsizetype>(slotOf(part++))] = one.path;
    files[static_cast<qsizetype>(slotOf(m_part))] = m_file.path();
    return files;
}

void SessionFile::tellMade(bool next, quint64 removed)
{
    {
        const std::scoped_lock guard(m_mutex);
        m_path = m_file.path();
    }
    if (m_onMade)
        m_onMade({m_file.path(), m_asked, next, filesNow(), removed});
}

} // namespace gb
