#include "core/net/httpreader.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::size_t maxChunkLine = 256, maxDigits = 15;

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmedOf(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && (isSpace(text.back()) || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isSame(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// RFC 9110 §5.6.2.
bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        const char l = lower(c);
        return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9')
            || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

std::optional<qint64> numberOf(std::string_view text, int base)
{
    qint64 value = 0;
    if (text.empty() || text.size() > maxDigits)
        return {};
    for (const char c : text) {
        const char l = lower(c);
        const int digit = c >= '0' && c <= '9' ? c - '0' : l >= 'a' && l <= 'f' ? l - 'a' + 10 : base;
        if (digit >= base)
            return {};
        value = value * base + digit;
    }
    return value;
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// "http://host/path?query" and "/path?query" as "/path".
std::string_view pathOf(std::string_view target)
{
    if (const std::size_t scheme = target.find("://"); !target.starts_with('/') && scheme != std::string_view::npos) {
        const std::size_t slash = target.find('/', scheme + 3);
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    }
    return target.substr(0, target.find('?'));
}

bool hasWord(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (isSame(trimmedOf(list.substr(0, comma)), word))
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

} // namespace

std::string_view HttpReader::rest() const
{
    return {m_in.constData() + m_at, static_cast<std::size_t>(m_in.size() - m_at)};
}

void HttpReader::append(const QByteArray &octets)
{
    if (m_state == State::Over)
        return;
    m_in.remove(0, std::exchange(m_at, 0));
    m_in.append(octets);
}

HttpReader::Step HttpReader::refuse(int status)
{
    m_status = status;
    m_state = State::Over;
    m_in.clear();
    m_body.clear();
    m_at = 0;
    return Step::Refused;
}

HttpReader::Step HttpReader::next()
{
    if (m_state == State::Head)
        return readHead();
    if (m_state == State::Size) {
        if (const Step step = begin(); step != Step::More)
            return step;
    }
    while (m_state != State::Over && m_state != State::Head) {
        const bool goesOn = m_state == State::ChunkSize ? readChunkSize()
            : m_state == State::ChunkEnd                ? readChunkEnd()
            : m_state == State::Trailer                 ? readTrailer()
                                                        : readBody();
        if (!goesOn)
            break;
    }
    return m_state == State::Head ? Step::Body : m_state == State::Over ? Step::Refused : Step::More;
}

HttpReader::Step HttpReader::readHead()
{
    while (rest().starts_with("\r\n") || rest().starts_with('\n')) // RFC 9112 §2.2
        m_at += rest().front() == '\n' ? 1 : 2;
    const std::string_view text = rest().substr(0, static_cast<std::size_t>(m_limits.head));
    const std::size_t strict = text.find("\r\n\r\n"), bare = text.find("\n\n");
    if (strict == std::string_view::npos && bare == std::string_view::npos)
        return rest().size() >= static_cast<std::size_t>(m_limits.head) ? refuse(431) : Step::More;
    const std::size_t end = strict < bare ? strict + 4 : bare + 2;
    m_head = {};
    if (const int status = parseHead(text.substr(0, end)); status != 0)
        return refuse(status);
    m_at += static_cast<qsizetype>(end);
    m_state = State::Size;
    return Step::Head;
}

int HttpReader::parseHead(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        return 400;
    bool first = true;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty())
            break;
        if (const int status = std::exchange(first, false) ? parseStart(line) : parseField(line); status != 0)
            return status;
    }
    // What two readers would cut in two ways, RFC 9112 §6.3
    return m_head.chunked && (m_head.length || m_is10) ? 400 : 0;
}

int HttpReader::parseStart(std::string_view line)
{
    const std::size_t one = line.find(' '), two = line.rfind(' ');
    if (one == std::string_view::npos || one == two || !isToken(line.substr(0, one)))
        return 400;
    const std::string_view target = line.substr(one + 1, two - one - 1), version = line.substr(two + 1);
    const bool odd = std::any_of(target.begin(), target.end(), [](char c) { return c <= ' ' || c == 0x7f; });
    if (target.empty() || odd || !version.starts_with("HTTP/"))
        return 400;
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return 505;
    m_is10 = version == "HTTP/1.0";
    m_head.keepsOpen = !m_is10;
    m_head.method = bytesOf(line.substr(0, one));
    m_head.path = bytesOf(pathOf(target));
    return 0;
}

int HttpReader::parseField(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return 400;
    const std::string_view name = line.substr(0, colon), value = trimmedOf(line.substr(colon + 1));
    if (isSame(name, "Content-Length")) {
        const auto length = numberOf(value, 10);
        if (!length || m_head.length.value_or(*length) != *length)
            return 400;
        m_head.length = length;
    } else if (isSame(name, "Transfer-Encoding")) {
        if (!isSame(value, "chunked") || m_head.chunked)
            return 501;
        m_head.chunked = true;
    } else if (isSame(name, "Connection")) {
        m_head.keepsOpen = (m_head.keepsOpen || hasWord(value, "keep-alive")) && !hasWord(value, "close");
    } else if (isSame(name, "Expect")) {
        if (!isSame(value, "100-continue"))
            return 417;
        m_head.wantsContinue = !m_is10;
    } else if (isSame(name, "Content-Type")) {
        m_head.contentType = bytesOf(value);
    } else if (isSame(name, "Content-Disposition")) {
        m_head.disposition = bytesOf(value);
    }
    return 0;
}

/// The body. More: it can be read.
HttpReader::Step HttpReader::begin()
{
    if (!m_head.chunked && !m_head.length)
        return refuse(411);
    if (m_head.length.value_or(0) > m_limits.body)
        return refuse(413);
    m_body.clear();
    m_trailer = 0;
    m_left = m_head.length.value_or(0);
    m_state = m_head.chunked ? State::ChunkSize : State::Counted;
    return Step::More;
}

bool HttpReader::readBody()
{
    const std::string_view text = rest();
    const auto taken = std::min<qint64>(m_left, static_cast<qint64>(text.size()));
    m_body.append(text.data(), static_cast<qsizetype>(taken));
    m_at += static_cast<qsizetype>(taken);
    m_left -= taken;
    if (m_left > 0)
        return false;
    m_state = m_state == State::Counted ? State::Head : State::ChunkEnd;
    return true;
}

bool HttpReader::readChunkSize()
{
    const std::string_view text = rest();
    const std::size_t end = text.find('\n');
    if (std::min(end, text.size()) > maxChunkLine) {
        refuse(400);
        return false;
    }
    if (end == std::string_view::npos)
        return false;
    const std::string_view line = text.substr(0, end);
    const auto size = numberOf(trimmedOf(line.substr(0, line.find(';'))), 16);
    if (!size || *size > m_limits.body - m_body.size()) {
        refuse(size ? 413 : 400);
        return false;
    }
    m_at += static_cast<qsizetype>(end) + 1;
    m_left = *size;
    m_state = *size == 0 ? State::Trailer : State::Chunk;
    return true;
}

bool HttpReader::readChunkEnd()
{
    const std::string_view text = rest();
    if (text.empty() || text == "\r")
        return false;
    if (!text.starts_with("\r\n") && !text.starts_with('\n')) {
        refuse(400);
        return false;
    }
    m_at += text.front() == '\n' ? 1 : 2;
    m_state = State::ChunkSize;
    return true;
}

/// Lines behind the last chunk say nothing that is wanted.
bool HttpReader::readTrailer()
{
    const std::string_view text = rest();
    const std::size_t end = text.find('\n');
    if (m_trailer + static_cast<qsizetype>(std::min(end, text.size())) > m_limits.head) {
        refuse(431);
        return false;
    }
    if (end == std::string_view::npos)
        return false;
    m_at += static_cast<qsizetype>(end) + 1;
    m_trailer += static_cast<qsizetype>(end) + 1;
    if (trimmedOf(text.substr(0, end)).empty())
        m_state = State::Head;
    return true;
}

} // namespace gb
