#pragma once
#include "core/capture/recordplaces.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QFile;

namespace gb {

/// Texts of a record's messages, from the files in which they stand. Blocks on the disk: not for the window's thread or
/// the network's.
class RecordReader
{
public:
    static constexpr qint64 window = 4 * 1024 * 1024; ///< octets that are read at once in a search
    static constexpr qsizetype maxText = 200;         ///< characters that are searched for

    /// `files` in the order of RecordPlace::file.
    RecordReader(QStringList files, std::shared_ptr<const RecordPlaces> places);
    ~RecordReader();

    /// Empty where they are not to be had: the file is gone, or shorter than it was.
    QByteArray read(quint64 number);

    /// What was found since the last call, ascending, and how far the search is, 0 to 1. False ends it.
    using Progress = std::function<bool(const QList<quint64> &found, double fraction)>;
    /**
     * Every message that contains the text, upper and lower case of ASCII alike; other characters as UTF-8 or GB 18030
     * has them. Of all messages from `first` on that there are when it starts. False where it was ended.
     */
    bool search(const QString &text, const Progress &progress, quint64 first = 1);

    /// Bits of what a message has.
    using Look = std::function<quint64(std::string_view octets)>;
    struct Hit
    {
        quint64 number = 0;
        quint64 has = 0; ///< not 0
    };
    /// What was found since the last call, ascending, and the last message that was looked into. False ends it.
    using ScanProgress = std::function<bool(const QList<Hit> &found, quint64 upTo)>;
    /// The same with any look at messages. Of one whose octets are not to be had nothing is found.
    bool scan(const Look &look, const ScanProgress &progress, quint64 first = 1);

private:
    struct Window
    {
        int file = -1;
        qint64 offset = 0;
        QByteArray octets;
    };

    QFile *file(quint8 index);
    /// The octets of the message within the window, which moves on where it must.
    std::string_view octetsOf(const RecordPlace &place, Window &ahead);

    const QStringList m_names;
    std::shared_ptr<const RecordPlaces> m_places;
    std::vector<std::unique_ptr<QFile>> m_files;
};

/// Looks for one text in many: upper and lower case of ASCII letters are the same (Horspool's search).
class TextSearch
{
public:
    explicit TextSearch(QByteArray text);
    bool isIn(std::string_view octets) const;

private:
    static unsigned char lower(char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

    QByteArray m_text;
    std::array<std::size_t, 256> m_skip;
};

} // namespace gb
