#pragma once
#include "core/capture/recordreader.h"
#include "core/net/datagram.h"

#include <QObject>

namespace gb::ui {

/// A RecordReader in a thread of its own, so that a text is shown while the rest is still being read.
class TextReader final : public QObject
{
    Q_OBJECT
public:
    TextReader(const QStringList &files, std::shared_ptr<const RecordPlaces> places)
        : m_reader(files, std::move(places))
    {
    }

    void read(quint64 number) { emit messageRead(number, Datagram{.octets = m_reader.read(number)}); }

signals:
    void messageRead(quint64 number, gb::Datagram datagram);

private:
    RecordReader m_reader;
};

} // namespace gb::ui
