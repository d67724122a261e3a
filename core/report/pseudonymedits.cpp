#include "core/message/siptext.h"
#include "core/report/pseudonyms.h"

#include <QStringEncoder>

#include <algorithm>

namespace gb {

using identity::Kind;
using redaction::Span;
using redaction::Unit;
using redaction::View;
using redaction::Views;

namespace {

std::string_view whole(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

std::size_t bodyOf(std::string_view message)
{
    const std::size_t crlf = message.find("\r\n\r\n"), lf = message.find("\n\n"), cr = message.find("\r\r");
    const std::size_t first = std::min({crlf, lf, cr});
    return first == std::string_view::npos ? message.size() : first + (first == crlf ? 4 : 2);
}

QByteArray masked(QByteArray octets)
{
    for (char &c : octets)
        c = c == '\r' || c == '\n' || c == 0 ? c : '*';
    return octets;
}

QByteArray inUtf16(const QByteArray &text, Unit unit)
{
    QStringEncoder encoder(unit == Unit::Utf16Big ? QStringConverter::Utf16BE : QStringConverter::Utf16LE);
    return encoder(QString::fromUtf8(text));
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Texts that are written in hexadecimal: one reading for both places where the first octet may begin.
std::vector<View> hexViews(const QByteArray &octets)
{
    constexpr qsizetype shortest = 14; // of an address
    std::vector<View> views(2);
    for (qsizetype at = 0; at < octets.size();) {
        qsizetype end = at;
        while (end < octets.size() && isHex(octets[end]))
            ++end;
        for (qsizetype odd = 0; odd < 2 && end - at >= shortest; ++odd) {
            View &view = views[static_cast<std::size_t>(odd)];
            for (qsizetype i = at + odd; i + 1 < end; i += 2) {
                const char c = QByteArray::fromHex(octets.mid(i, 2))[0];
                view.text += c < ' ' && c >= 0 ? '\n' : c;
                view.map.push_back({static_cast<quint32>(i), static_cast<quint32>(i) + 2});
            }
            view.text += '\n';
            view.map.push_back({static_cast<quint32>(end), static_cast<quint32>(end)});
        }
        at = end + 1;
    }
    return views;
}

/// What takes the place of a value that stands there in some notation; null: nothing can.
QByteArray inNotation(const View &view, const QByteArray &raw, const QByteArray &was, const QByteArray &now)
{
    if (view.unit != Unit::Octet)
        return inUtf16(now, view.unit);
    if (view.isWhole
        || std::any_of(now.begin(), now.end(), [](char c) { return QByteArrayView("&<>%\"\\").contains(c); }))
        return raw == was ? now : QByteArray();
    if (raw == was || raw.contains('%') || raw.contains('&') || raw.contains('\\') || raw.contains('<')
        || raw.contains('='))
        return now;
    if (raw.size() == 3 * was.size() && raw.startsWith('\xef')) { // letters of East Asian width
        QString wide;
        for (const char c : now)
            wide += QChar(static_cast<char16_t>(c - '!' + 0xff01));
        return wide.toUtf8();
    }
    return {};
}

} // namespace

void Pseudonyms::edit(Edits &edits, Span span, const QByteArray &now)
{
    if (span.from >= span.to)
        return;
    const auto behind = edits.lower_bound(span.to);
    if (behind != edits.begin() && std::prev(behind)->second.to > span.from)
        return; // an earlier reading has it
    edits.emplace(span.from, Edit{span.to, now});
    ++m_places;
}

void Pseudonyms::editView(Edits &edits, const View &view, const QByteArray &octets)
{
    const std::string_view text = view.octets();
    findAll(text, [&](std::size_t from, std::size_t to, Kind kind) {
        const QByteArray was(text.data() + from, static_cast<qsizetype>(to - from)); // a copy: it is kept
        const QByteArray now = replaced(was, kind);
        if (now == was)
            return;
        const Span span = view.span(from, to);
        const QByteArray raw = octets.mid(span.from, static_cast<qsizetype>(span.to) - span.from);
        QByteArray put = inNotation(view, raw, was, now);
        if (put.isNull()) {
            ++m_masked;
            put = masked(raw);
        }
        edit(edits, span, put);
    });
}

QByteArray Pseudonyms::clean(const QByteArray &octets)
{
    if (!works())
        return octets;
    const Views views = redaction::viewsOf(octets);
    Edits edits;
    editView(edits, views.all.front(), octets);
    for (const bool wide : {true, false}) { // UTF-16 is read as other things, too
        for (auto view = views.all.begin() + 1; view != views.all.end(); ++view) {
            if ((view->unit != Unit::Octet) == wide)
                editView(edits, *view, octets);
        }
    }
    for (const View &view : hexViews(octets)) {
        identity::findShaped(view.octets(), [&](std::size_t from, std::size_t to, Kind kind) {
            const QByteArray was = view.text.mid(static_cast<qsizetype>(from), static_cast<qsizetype>(to - from));
            if (isLeft(was, kind))
                edit(edits, view.span(from, to), replaced(was, kind).toHex());
        });
    }
    return withEdits(octets, edits);
}

/// Every length that the head tells of grows by as much as the body.
void Pseudonyms::followLength(const QByteArray &octets, Edits &edits)
{
    const std::string_view all = whole(octets);
    const std::size_t body = bodyOf(all);
    qint64 grown = 0;
    for (auto one = edits.lower_bound(static_cast<quint32>(body)); one != edits.end(); ++one)
        grown += one->second.now.size() - (static_cast<qint64>(one->second.to) - one->first);
    for (std::size_t at = 0; at < body && grown != 0;) {
        const std::size_t feed = std::min(all.find_first_of("\r\n", at), body);
        const std::string_view line = all.substr(at, feed - at);
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string_view name = trimmed(line.substr(0, colon));
        if (equalsNoCase(name, "Content-Length") || equalsNoCase(name, "l")) {
            const std::string_view value = trimmed(line.substr(std::min(colon + 1, line.size())));
            const auto length = siptext::toNumber<quint64>(value);
            if (length && *length > 0 && identity::areDigits(value) && value.size() < 19) {
                const auto now = std::max<qint64>(0, static_cast<qint64>(*length) + grown);
                QByteArray text = QByteArray::number(now);
                if (value[0] == '0')
                    text = text.rightJustified(static_cast<qsizetype>(value.size()), '0');
                const auto from = static_cast<quint32>(value.data() - all.data());
                edit(edits, {from, from + static_cast<quint32>(value.size())}, text);
            }
        }
        at = feed + 1;
    }
}

QByteArray Pseudonyms::withEdits(const QByteArray &octets, Edits &edits)
{
    if (edits.empty())
        return octets;
    const quint64 places = m_places;
    followLength(octets, edits);
    m_places = places;
    QByteArray out;
    out.reserve(octets.size() + 64);
    qsizetype done = 0;
    for (const auto &[from, one] : edits) {
        out += octets.mid(done, static_cast<qsizetype>(from) - done);
        out += one.now;
        done = one.to;
    }
    return out + octets.mid(done);
}

bool Pseudonyms::shows(const QByteArray &octets) const
{
    if (!works())
        return false;
    bool any = false;
    const auto look = [&](const View &view) {
        identity::findShaped(view.octets(), [&](std::size_t from, std::size_t to, Kind kind) {
            any = any || isLeft(view.text.mid(static_cast<qsizetype>(from), static_cast<qsizetype>(to - from)), kind);
        });
    };
    for (const View &view : redaction::viewsOf(octets).all) {
        look(view);
        m_needles.find(view.octets(), [&](std::size_t from, std::size_t to) {
            any = any
                || !m_map.isMadeWord(view.text.mid(static_cast<qsizetype>(from), static_cast<qsizetype>(to - from)));
        });
    }
    for (const View &view : hexViews(octets))
        look(view);
    return any;
}

bool Pseudonyms::showsNumbers(const QByteArray &octets) const
{
    bool any = false;
    if (works())
        identity::findShaped(whole(octets), [&](std::size_t from, std::size_t to, Kind kind) {
            any = any || isLeft(octets.mid(static_cast<qsizetype>(from), static_cast<qsizetype>(to - from)), kind);
        });
    return any;
}

} // namespace gb
