#include "ui/devices/roworder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gb::ui {
namespace {

constexpr std::ptrdiff_t few = 48; ///< below that comparing is cheaper than counting
constexpr qsizetype chunkSize = 4; ///< characters in 64 bits

/// Four characters from there, as a number that orders as they do.
quint64 chunk(QStringView text, qsizetype from)
{
    quint64 number = 0;
    for (qsizetype i = from; i < from + chunkSize; ++i)
        number = number << 16 | (i < text.size() ? text[i].unicode() : 0);
    return number;
}

/// The names of thousands: most are plain, and Qt looks at each character twice.
QString folded(const QString &text)
{
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x80; }))
        return text.toCaseFolded();
    QString result(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), result.begin(),
        [](QChar c) { return c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 0x20) : c; });
    return result;
}

/// The smallest signed number becomes 0.
quint64 ordered(qint64 number)
{
    return static_cast<quint64>(number) ^ (quint64{1} << 63);
}

} // namespace

RowOrder::Key &RowOrder::Keys::grown(Slot slot)
{
    if (slot >= bySlot.size())
        bySlot.resize(std::max<std::size_t>(slot + 1, bySlot.size() * 2));
    return bySlot[slot];
}

void RowOrder::Keys::pack(Key &key) const
{
    key.number = chunk(key.text, common.size());
    key.second = chunk(key.text, common.size() + chunkSize);
}

/// Cameras are called alike: behind what their names have in common, two numbers tell most of them apart.
void RowOrder::Keys::packAll()
{
    const auto first = std::find_if(bySlot.begin(), bySlot.end(), [](const Key &key) { return key.textOnly; });
    common = first == bySlot.end() ? QString() : first->text;
    for (const Key &key : bySlot) {
        if (key.textOnly)
            common.truncate(std::mismatch(common.cbegin(), common.cend(), key.text.cbegin(), key.text.cend()).first
                - common.cbegin());
    }
    for (Key &key : bySlot) {
        if (key.textOnly)
            pack(key);
    }
    packed = true;
}

void RowOrder::setId(Slot slot, const SortKey &id)
{
    Key &key = m_ids.grown(slot);
    key = {.number = ordered(id.number), .second = ordered(id.second), .text = id.text, .missing = id.missing};
}

bool RowOrder::set(Slot slot, const SortKey &key)
{
    Key made{.number = ordered(key.number), .second = ordered(key.second), .text = {}, .missing = key.missing};
    if (!key.text.isEmpty()) {
        made.text = folded(key.text);
        made.textOnly = key.number == 0 && key.second == 0;
    }
    Key &kept = m_keys.grown(slot);
    const bool sameNumbers = made.textOnly || (kept.number == made.number && kept.second == made.second);
    if (sameNumbers && kept.textOnly == made.textOnly && kept.missing == made.missing && kept.text == made.text)
        return false;
    if (made.textOnly && m_keys.packed && made.text.startsWith(m_keys.common))
        m_keys.pack(made);
    else if (made.textOnly)
        m_keys.packed = false;
    kept = std::move(made);
    return true;
}

void RowOrder::sort(std::vector<Slot> &rows)
{
    if (!m_keys.packed)
        m_keys.packAll();
    Items items;
    items.reserve(rows.size());
    for (const Slot slot : rows)
        items.push_back({0, slot});
    sortBy(m_ids, items, false);
    sortBy(m_keys, items, m_descending);
    std::transform(items.begin(), items.end(), rows.begin(), [](const Item &item) { return item.slot; });
}

void RowOrder::sortBy(const Keys &keys, Items &items, bool descending)
{
    const std::vector<Key> &bySlot = keys.bySlot;
    const quint64 turn = descending ? ~quint64{0} : 0;
    Items room(items.size());
    bool texts = false, missing = false;
    for (Item &item : items) {
        const Key &key = bySlot[item.slot];
        item.key = key.second ^ turn;
        texts |= key.text.size() > (key.textOnly ? keys.common.size() + 2 * chunkSize : 0);
        missing |= key.missing;
    }
    radix(items.data(), items.data() + items.size(), room);
    for (Item &item : items)
        item.key = bySlot[item.slot].number ^ turn;
    radix(items.data(), items.data() + items.size(), room);
    for (auto run = items.begin(); texts && run != items.end();) {
        const auto end = std::find_if(run, items.end(), [&](const Item &item) {
            return item.key != run->key || bySlot[item.slot].second != bySlot[run->slot].second;
        });
        sortTexts(bySlot, &*run, &*run + (end - run), descending, room);
        run = end;
    }
    if (missing)
        std::stable_partition(items.begin(), items.end(), [&](const Item &item) { return !bySlot[item.slot].missing; });
}

void RowOrder::sortTexts(const std::vector<Key> &keys, Item *begin, Item *end, bool descending, Items &room)
{
    const auto before = [&](const Item &a, const Item &b) {
        const int order = QStringView(keys[a.slot].text).compare(keys[b.slot].text);
        return descending ? order > 0 : order < 0;
    };
    if (end - begin < few)
        return std::stable_sort(begin, end, before);
    const QStringView first = keys[begin->slot].text;
    qsizetype from = first.size(); // what all have in common is not looked at again
    for (const Item *item = begin; item != end; ++item)
        from = std::mismatch(
                   first.begin(), first.begin() + from, keys[item->slot].text.begin(), keys[item->slot].text.end())
                   .first
            - first.begin();
    for (Item *item = begin; item != end; ++item)
        item->key = chunk(keys[item->slot].text, from) ^ (descending ? ~quint64{0} : 0);
    radix(begin, end, room);
    for (Item *run = begin; run != end;) {
        bool longer = false;
        Item *next = run;
        for (; next != end && next->key == run->key; ++next)
            longer |= keys[next->slot].text.size() > from + chunkSize;
        if (longer && next - run == end - begin) // they differ by NULs alone
            return std::stable_sort(begin, end, before);
        if (longer)
            sortTexts(keys, run, next, descending, room);
        run = next;
    }
}

/// Stable, by Item::key. What no two of them differ in costs nothing.
void RowOrder::radix(Item *begin, Item *end, Items &room)
{
    if (end - begin < few)
        return std::stable_sort(begin, end, [](const Item &a, const Item &b) { return a.key < b.key; });
    quint64 differing = 0;
    for (const Item *item = begin; item != end; ++item)
        differing |= item->key ^ begin->key;
    Item *from = begin, *to = room.data();
    const std::ptrdiff_t count = end - begin;
    for (int shift = 0; shift < 64; shift += 8) {
        if ((differing >> shift & 0xff) == 0)
            continue;
        std::array<std::size_t, 256> places{};
        for (const Item *item = from; item != from + count; ++item)
            ++places[item->key >> shift & 0xff];
        std::size_t place = 0;
        for (std::size_t &one : places)
            place += std::exchange(one, place);
        for (const Item *item = from; item != from + count; ++item)
            to[places[item->key >> shift & 0xff]++] = *item;
        std::swap(from, to);
    }
    if (from != begin)
        std::copy(from, from + count, begin);
}

} // namespace gb::ui
