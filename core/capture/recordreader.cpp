#include "core/capture/recordreader.h"

#include <QFile>
#include <QStringEncoder>

namespace gb {

TextSearch::TextSearch(QByteArray text)
    : m_text(std::move(text))
{
    for (char &c : m_text)
        c = static_cast<char>(lower(c));
    const auto size = static_cast<std::size_t>(m_text.size());
    m_skip.fill(std::max<std::size_t>(size, 1));
    for (std::size_t i = 0; i + 1 < size; ++i) {
        const auto c = static_cast<unsigned char>(m_text[static_cast<qsizetype>(i)]);
        m_skip[c] = size - 1 - i;
        if (c >= 'a' && c <= 'z')
            m_skip[c - 32U] = m_skip[c];
    }
}

bool TextSearch::isIn(std::string_view octets) const
{
    const auto size = static_cast<std::size_t>(m_text.size());
    const char *const text = m_text.constData();
    if (size == 0)
        return true;
    for (std::size_t end = size; end <= octets.size();) {
        const char *const at = octets.data() + end - size;
        std::size_t same = size;
        while (same > 0 && lower(at[same - 1]) == static_cast<unsigned char>(text[same - 1]))
            --same;
        if (same == 0)
            return true;
        end += m_skip[static_cast<unsigned char>(at[size - 1])];
    }
    return false;
}

RecordReader::RecordReader(QStringList files, std::shared_ptr<const RecordPlaces> places)
    : m_names(std::move(files))
    , m_places(std::move(places))
{
}

RecordReader::~RecordReader() = default;

QFile *RecordReader::file(quint8 index)
{
    if (index >= m_names.size())
        return nullptr;
    if (m_files.size() <= index)
        m_files.resize(index + 1U);
    auto &file = m_files[index];
    if (!file) {
        file = std::make_unique<QFile>(m_names.at(index));
        if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            file.reset(); // it may come back
    }
    return file.get();
}

QByteArray RecordReader::read(quint64 number)
{
    const RecordPlace place = m_places->at(number);
    QFile *const from = place.offset < 0 ? nullptr : file(place.file);
    if (!from || !from->seek(place.offset))
        return {};
    const QByteArray octets = from->read(place.size);
    return octets.size() == place.size ? octets : QByteArray();
}

std::string_view RecordReader::octetsOf(const RecordPlace &place, Window &ahead)
{
    const qint64 end = place.offset + place.size;
    if (place.offset < 0)
        return {};
    if (ahead.file != place.file || place.offset < ahead.offset || end > ahead.offset + ahead.octets.size()) {
        QFile *const from = file(place.file);
        ahead.octets.resize(window);
        const qint64 got = from && from->seek(place.offset) ? from->read(ahead.octets.data(), window) : 0;
        ahead.octets.truncate(std::max<qint64>(got, 0));
        ahead.file = place.file;
        ahead.offset = place.offset;
        if (end > ahead.offset + ahead.octets.size())
            return {};
    }
    return {ahead.octets.constData() + (place.offset - ahead.offset), place.size};
}

bool RecordReader::search(const QString &text, const Progress &progress, quint64 first)
{
    const QString wanted = text.left(maxText);
    const TextSearch plain(wanted.toUtf8());
    std::optional<TextSearch> chinese;
    QStringEncoder encoder("GB18030");
    const bool ascii = std::all_of(wanted.begin(), wanted.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii && encoder.isValid())
        chinese.emplace(encoder.encode(wanted));
    const quint64 count = m_places->count();
    const auto look = [&](std::string_view octets) {
        return quint64{plain.isIn(octets) || (chinese && chinese->isIn(octets))};
    };
    const auto tell = [&](const QList<Hit> &hits, quint64 upTo) {
        QList<quint64> numbers;
        for (const Hit &hit : hits)
            numbers.append(hit.number);
        return progress(numbers, std::min(1.0, static_cast<double>(upTo) / static_cast<double>(count)));
    };
    return scan(look, tell, first);
}

bool RecordReader::scan(const Look &look, const ScanProgress &progress, quint64 first)
{
    std::vector<Window> windows(static_cast<std::size_t>(m_names.size()) + 1); // of each file: those that are read
                                                                               // together take turns
    const quint64 count = m_places->count();
    QList<Hit> found;
    qint64 behind = 0;
    for (quint64 number = std::max<quint64>(first, 1); number <= count; ++number) {
        const RecordPlace place = m_places->at(number);
        const std::string_view octets = octetsOf(place, windows[std::min<std::size_t>(place.file, windows.size() - 1)]);
        if (const quint64 has = octets.empty() ? 0 : look(octets); has != 0)
            found.append({number, has});
        behind += place.size;
        if (behind < window && number < count)
            continue;
        behind = 0;
        if (!progress(std::exchange(found, {}), number))
            return false;
    }
    return true;
}

} // namespace gb
