#pragma once
#include "ui/devices/roworder.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <string>
#include <vector>

namespace gb::ui {

/**
 * Words, all of which must occur in what a device's row says: ID, name, address, User-Agent, state and reason,
 * regardless of case. What there is to search is kept folded, of all devices in one piece of memory, and made anew only
 * when a device says something else; times that run on are not in it, or what is shown would hang on the moment.
 */
class DeviceFilter
{
public:
    enum class Change : quint8 {
        None,
        Narrower, ///< what was hidden stays hidden
        Other,
    };

    Change setWords(const QString &text);
    bool isEmpty() const { return m_words.empty(); }
    bool matches(Slot slot) const;

    void set(Slot slot, const DeviceSnapshot &device, const QString &name);
    void clear(Slot slot);
    /// Words of states and reasons are made anew with the next set(); call it when the language changes.
    void forgetWording() { m_sentences.clear(); }
    /// False: set() would keep what is kept already.
    static bool differ(const DeviceSnapshot &before, const DeviceSnapshot &after);

    qsizetype octets() const
    {
        return static_cast<qsizetype>(m_buffer.size());
    } ///< of what is kept, with the gaps that changes leave

private:
    struct Place
    {
        std::size_t at = 0;
        quint32 size = 0, room = 0;
    };

    QByteArray sentence(const DeviceSnapshot &device);
    void closeGaps();

    std::vector<std::string> m_words;
    std::string m_buffer;
    std::vector<Place> m_places;            ///< by slot
    std::size_t m_gaps = 0;                 ///< octets of m_buffer that belong to nobody
    QHash<quint64, QByteArray> m_sentences; ///< folded, of devices that say the same
    std::string m_made;
};

} // namespace gb::ui
