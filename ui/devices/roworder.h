#pragma once
#include "ui/devices/devicecolumns.h"

#include <vector>

namespace gb::ui {

/// Number of a device among those of the table; the next one gets it when a device has gone.
using Slot = quint32;

/**
 * Puts rows in order. The key of a device is made once and kept until the device says something else; sorting looks at
 * keys alone, an octet of all of them at a time (radix), so that two hundred thousand rows take the same few
 * milliseconds however they stood. Equal keys stand by ID, whichever way the order runs.
 */
class RowOrder
{
public:
    /// Takes effect with the next sort().
    void setDescending(bool on) { m_descending = on; }
    /// The key by which equal ones are told apart, of a device that is new.
    void setId(Slot slot, const SortKey &id);
    /// All keys will be set anew, for another column.
    void restart() { m_keys.packed = false; }
    /// False: it is the key that was there.
    bool set(Slot slot, const SortKey &key);
    void sort(std::vector<Slot> &rows);

private:
    struct Key
    {
        quint64 number = 0, second = 0; ///< compared as they are
        QString text;                   ///< folded
        bool missing = false;
        bool textOnly = false; ///< the numbers are the beginning of the text, behind what all texts have in common
    };

    struct Item
    {
        quint64 key;
        Slot slot;
    };

    struct Keys
    {
        std::vector<Key> bySlot;
        QString common;     ///< that all texts which stand alone begin with
        bool packed = true; ///< false: there may be less in common
        Key &grown(Slot slot);
        void pack(Key &key) const;
        void packAll();
    };

    using Items = std::vector<Item>;

    static void sortBy(const Keys &keys, Items &items, bool descending);
    static void sortTexts(const std::vector<Key> &keys, Item *begin, Item *end, bool descending, Items &room);
    static void radix(Item *begin, Item *end, Items &room);

    Keys m_ids, m_keys;
    bool m_descending = false;
};

} // namespace gb::ui
