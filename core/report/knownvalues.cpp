#include "core/report/knownvalues.h"

#include "core/message/charset.h"
#include "core/message/digest.h"
#include "core/message/headers.h"

#include <QCryptographicHash>
#include <QStringEncoder>

#include <algorithm>
#include <cstring>

namespace gb::redaction {
namespace {

constexpr std::size_t maybeBits = 1U << 20;
constexpr std::size_t digestDigits = 32, keyDigits = 16;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    return isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

quint32 startOf(const char *octets)
{
    quint32 start = 0;
    std::memcpy(&start, octets, sizeof start);
    return start;
}

std::size_t bitOf(quint32 start)
{
    return (start * 2654435761U) >> 12; // 20 bits
}

/// Words that stand where a password is wanted, or ours.
bool isNoSecret(const QByteArray &text)
{
    constexpr std::string_view words[] = {
        "removed", "enabled", "disabled", "enable", "disable", "default", "hidden", "encrypted", "password", "(null)"};
    const QByteArray lower = text.toLower();
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '*'; })
        || std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return view(lower) == word; });
}

QByteArray encoded(const QString &text, const char *name)
{
    QStringEncoder encoder(name);
    return encoder.isValid() ? QByteArray(encoder(text)) : QByteArray();
}

} // namespace

void KnownValues::add(const QByteArray &secret, bool given)
{
    if (secret.isEmpty() || m_known.contains(secret) || (!given && isNoSecret(secret)))
        return;
    const bool fits = secret.size() >= (given ? shortestKnown : shortestFound) && secret.size() <= longest
        && !QByteArray("removed").contains(secret) && !isNoSecret(secret);
    if (!fits || m_known.size() >= most) {
        if (m_notSought.size() < most && secret.size() <= longest)
            m_notSought.insert(secret);
        return;
    }
    m_known.insert(secret);
    m_secrets.push_back(secret);
}

void KnownValues::addDigest(std::string_view hex)
{
    quint64 key = 0;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        const int digit = hexDigit(hex[i]);
        if (digit < 0)
            return;
        key = i < keyDigits ? key << 4 | static_cast<quint64>(digit) : key;
    }
    if (hex.size() >= digestDigits && m_digests.size() < mostDigests)
        m_digests.insert(key);
}

void KnownValues::addUser(std::string_view user, std::string_view realm)
{
    if (m_users.size() < mostUsers && !user.empty() && user.size() + realm.size() <= static_cast<std::size_t>(longest))
        m_users.insert({QByteArray(user.data(), static_cast<qsizetype>(user.size())),
            QByteArray(realm.data(), static_cast<qsizetype>(realm.size()))});
}

void KnownValues::addPublic(std::string_view text)
{
    if (static_cast<qsizetype>(text.size()) < shortestKnown || static_cast<qsizetype>(text.size()) > longest
        || m_publicTexts.size() >= mostPublic)
        return;
    const QByteArray raw = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    if (!m_publicTexts.contains(raw))
        m_publicTexts.insert(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
}

void KnownValues::addNeedle(const QByteArray &octets, quint32 secret, bool plain)
{
    if (octets.size() < shortestKnown)
        return;
    const auto same = [&](const Needle &needle) { return needle.secret == secret && needle.octets == octets; };
    if (std::any_of(m_needles.rbegin(), m_needles.rbegin() + std::min<std::ptrdiff_t>(32, std::ssize(m_needles)), same))
        return;
    const bool digits = std::all_of(octets.begin(), octets.end(), isDigit);
    m_needles.push_back({octets, secret, digits, plain});
}

/// What base64 makes of the octets wherever they begin: the digits that nothing around them changes.
void KnownValues::addBase64(const QByteArray &octets, quint32 secret)
{
    constexpr qsizetype shortest = 6;
    for (qsizetype ahead = 0; ahead < 3; ++ahead) {
        const QByteArray all = QByteArray(QByteArray(ahead, '\0') + octets).toBase64();
        const qsizetype from = (8 * ahead + 5) / 6, to = (8 * (ahead + octets.size())) / 6;
        const QByteArray core = all.mid(from, to - from);
        if (core.size() < shortest)
            continue;
        addNeedle(core, secret, false);
        addNeedle(QByteArray(core).replace('+', '-').replace('/', '_'), secret, false);
    }
}

/// The same of base32 (RFC 4648).
void KnownValues::addBase32(const QByteArray &octets, quint32 secret)
{
    constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    constexpr qsizetype shortest = 6;
    for (qsizetype ahead = 0; ahead < 5; ++ahead) {
        const QByteArray all = QByteArray(ahead, '\0') + octets;
        QByteArray core;
        const qsizetype from = (8 * ahead + 4) / 5, to = 8 * all.size() / 5;
        for (qsizetype digit = from; digit < to; ++digit) {
            int value = 0;
            for (qsizetype bit = 5 * digit; bit < 5 * digit + 5; ++bit)
                value = value << 1 | (static_cast<uchar>(all[bit / 8]) >> (7 - bit % 8) & 1);
            core.append(digits[value]);
        }
        if (core.size() < shortest)
            continue;
        addNeedle(core, secret, false);
        addNeedle(core.toLower(), secret, false);
    }
}

/// Backwards, and as the numbers of its octets.
void KnownValues::addOdd(const QByteArray &octets, quint32 secret)
{
    QByteArray backwards(octets);
    std::reverse(backwards.begin(), backwards.end());
    if (!std::all_of(octets.begin(), octets.end(), isDigit)) // a number backwards is the number of something else
        addNeedle(backwards, secret, false);
    for (const char *const between : {" ", ",", ", ", ";", "; ", "-", ".", ":"}) {
        for (const int width : {1, 3}) {
            QByteArrayList numbers;
            for (const char c : octets)
                numbers.append(QByteArray::number(static_cast<uchar>(c)).rightJustified(width, '0'));
            addNeedle(numbers.join(between), secret, false);
        }
    }
}

/// What programs keep, or send, in place of a password: anybody can try passwords with it.
void KnownValues::addHashes(const QByteArray &octets, quint32 secret)
{
    for (const auto method : {QCryptographicHash::Md5, QCryptographicHash::Sha1, QCryptographicHash::Sha256}) {
        const QByteArray hash = QCryptographicHash::hash(octets, method);
        addDigest(view(hash.toHex()));
        addNeedle(hash.toBase64(QByteArray::OmitTrailingEquals), secret, false);
        addNeedle(hash, secret, false);
    }
}

void KnownValues::addForms(quint32 secret)
{
    const QByteArray &octets = m_secrets[secret];
    const QString text = decodeBody(octets).text;
    const QByteArray utf8 = text.toUtf8(), gb = encoded(text, "GB18030");
    for (const QByteArray &form : {octets, utf8, gb}) {
        addNeedle(form, secret, true);
        addNeedle(form.toHex(), secret, false);
        addNeedle(form.toHex().toUpper(), secret, false);
        for (const char between : {' ', ':', '-', ',', '='}) {
            addNeedle(form.toHex(between), secret, false);
            addNeedle(form.toHex(between).toUpper(), secret, false);
        }
        addBase64(form, secret);
        addBase32(form, secret);
        addOdd(form, secret);
        addHashes(form, secret);
        if (form.contains(' '))
            addNeedle(QByteArray(form).replace(' ', '+'), secret, false); // as forms of the web have it
    }
    for (const auto normal :
        {QString::NormalizationForm_C, QString::NormalizationForm_D, QString::NormalizationForm_KC})
        addNeedle(text.normalized(normal).toUtf8(), secret, true);
    for (const char *name : {"UTF-16LE", "UTF-16BE"}) {
        const QByteArray wide = encoded(text, name);
        addNeedle(wide, secret, true);
        addBase64(wide, secret);
    }
}

void KnownValues::addHa1s()
{
    constexpr std::size_t mostSums = 512 * 1024;
    std::size_t sums = 0;
    for (const QByteArray &secret : m_secrets) {
        for (const auto &[user, realm] : m_users) {
            if (++sums > mostSums)
                return;
            addDigest(view(digestHa1(view(user), view(realm), view(secret))));
        }
    }
}

void KnownValues::dropPublic()
{
    for (const QByteArray &text : m_publicTexts)
        find(view(text), [&](std::size_t from, std::size_t) {
            if (const Needle *needle = needleAt(view(text), from))
                m_public.insert(needle->secret);
        });
    // Only as it stands: nobody's name is written in base64
    std::erase_if(m_needles, [this](const Needle &needle) { return needle.plain && m_public.contains(needle.secret); });
}

void KnownValues::build()
{
    for (quint32 i = 0; i < m_secrets.size(); ++i)
        addForms(i);
    addHa1s();
    const auto index = [this] {
        m_byStart.clear();
        m_maybe.assign(m_needles.empty() ? 0 : maybeBits / 64, 0);
        for (quint32 i = 0; i < m_needles.size(); ++i) {
            const quint32 start = startOf(m_needles[i].octets.constData());
            m_byStart.emplace(start, i);
            m_maybe[bitOf(start) / 64] |= quint64(1) << (bitOf(start) % 64);
        }
    };
    index();
    if (m_needles.empty())
        return;
    dropPublic();
    index();
    m_publicTexts.clear();
    m_partsOfNumbers.clear();
}

const KnownValues::Needle *KnownValues::needleAt(std::string_view text, std::size_t at) const
{
    const Needle *longestOne = nullptr;
    const auto [begin, end] = m_byStart.equal_range(startOf(text.data() + at));
    for (auto it = begin; it != end; ++it) {
        const Needle &needle = m_needles[it->second];
        if (!text.substr(at).starts_with(view(needle.octets)))
            continue;
        const std::size_t behind = at + static_cast<std::size_t>(needle.octets.size());
        if (needle.digits && ((at > 0 && isDigit(text[at - 1])) || (behind < text.size() && isDigit(text[behind])))) {
            m_partsOfNumbers.insert(needle.secret);
            continue;
        }
        if (!longestOne || needle.octets.size() > longestOne->octets.size())
            longestOne = &needle;
    }
    return longestOne;
}

void KnownValues::find(std::string_view text, const std::function<void(std::size_t, std::size_t)> &found) const
{
    if (!m_digests.empty())
        findDigests(text, found);
    if (m_needles.empty())
        return;
    findPlain(text, 0, found);
    findFolded(text, found);
}

/// Those of `least` octets and more.
void KnownValues::findPlain(std::string_view text, qsizetype least, const Place &found) const
{
    for (std::size_t at = 0; at + sizeof(quint32) <= text.size(); ++at) {
        const std::size_t bit = bitOf(startOf(text.data() + at));
        if (((m_maybe[bit / 64] >> (bit % 64)) & 1U) == 0)
            continue;
        if (const Needle *needle = needleAt(text, at); needle && needle->octets.size() >= least)
            found(at, at + static_cast<std::size_t>(needle->octets.size()));
    }
}

/// What line ends cut, with the blanks behind them: a folded header, a text of short lines.
void KnownValues::findFolded(std::string_view text, const Place &found) const
{
    if (text.find_first_of("\r\n") == std::string_view::npos)
        return;
    QByteArray joined;
    joined.reserve(static_cast<qsizetype>(text.size()));
    std::vector<quint32> places;
    places.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\r' || text[at] == '\n') {
            while (at < text.size() && (text[at] == '\r' || text[at] == '\n' || text[at] == ' ' || text[at] == '\t'))
                ++at;
            continue;
        }
        joined.append(text[at]);
        places.push_back(static_cast<quint32>(at++));
    }
    findPlain(view(joined), shortestFound, [&](std::size_t from, std::size_t to) {
        if (places[to - 1] - places[from] >= to - from) // else it is in one line, and was found there
            found(places[from], places[to - 1] + std::size_t(1));
    });
}

void KnownValues::findDigests(std::string_view text, const std::function<void(std::size_t, std::size_t)> &found) const
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t start = at;
        quint64 key = 0;
        bool known = false;
        for (; at < text.size() && hexDigit(text[at]) >= 0; ++at) {
            key = key << 4 | static_cast<quint64>(hexDigit(text[at]));
            known = known || (at + 1 - start >= keyDigits && m_digests.contains(key));
        }
        if (known && at - start >= digestDigits)
            found(start, at);
    }
}

} // namespace gb::redaction
