#pragma once
#include "core/capture/recordreader.h"
#include "core/session/wish.h"

#include <QObject>

namespace gb {

/// A RecordReader in a thread of its own, so that a text is shown while the rest is still being read.
class TextReader final : public QObject
{
public:
    TextReader(const QStringList &files, std::shared_ptr<const RecordPlaces> places, std::function<void(Outcome)> tell)
        : m_reader(files, std::move(places))
        , m_tell(std::move(tell))
    {
    }

    void read(quint64 number) { m_tell(outcome::MessageRead{number, {.octets = m_reader.read(number)}}); }

private:
    RecordReader m_reader;
    const std::function<void(Outcome)> m_tell;
};

} // namespace gb
