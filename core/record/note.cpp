#include "core/record/note.h"

#include "core/message/deviceid.h"

#include <algorithm>
#include <charconv>

namespace gb::notetext {
namespace {

constexpr std::chrono::seconds longest{86'400};

QByteArray escaped(const QString &text)
{
    QByteArray out = text.toUtf8();
    out.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
    return out;
}

QString unescaped(std::string_view text)
{
    QByteArray out;
    for (std::size_t i = 0; i < text.size() && out.size() < 4 * maxText; ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size();
        const char next = escape ? text[++i] : text[i];
        out.append(!escape ? next : next == 'n' ? '\n' : next == 'r' ? '\r' : next == 't' ? '\t' : next);
    }
    return printable(std::string_view(out.constData(), static_cast<std::size_t>(out.size())), maxText);
}

template<typename Number>
Number number(std::string_view text, Number otherwise)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

/// Takes what stands ahead of the next `mark`, and the mark.
std::string_view takeTo(char mark, std::string_view &text)
{
    const std::size_t end = text.find(mark);
    const std::string_view first = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return first;
}

class Writer
{
public:
    explicit Writer(QByteArray &out)
        : m_out(out)
    {
    }
    void operator()(const char *key, const QString &value) { line(key, escaped(value.left(maxText))); }
    void operator()(const char *key, bool value) { line(key, value ? "1" : "0"); }
    void operator()(const char *key, int value) { line(key, QByteArray::number(value)); }
    void operator()(const char *key, quint64 value) { line(key, QByteArray::number(value)); }
    void operator()(const char *key, std::chrono::seconds value)
    {
        line(key, QByteArray::number(static_cast<qint64>(value.count())));
    }
    template<typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(const char *key, Enum value, Enum) { line(key, QByteArray::number(static_cast<int>(value))); }
    void operator()(const char *key, const QStringList &values)
    {
        for (const QString &one : values.mid(0, maxEntries))
            (*this)(key, one);
    }
    void operator()(const char *key, const QList<notes::OwnPolicy> &values)
    {
        for (const notes::OwnPolicy &one : values.mid(0, maxEntries))
            line(key,
                escaped(one.device) + '\t' + QByteArray::number(static_cast<qint64>(one.policy.interval.count())) + '\t'
                    + QByteArray::number(one.policy.timeoutCount));
    }
    void operator()(const char *key, const QList<notes::ExpectedOne> &values)
    {
        for (const notes::ExpectedOne &one : values.mid(0, maxEntries))
            line(key,
                escaped(one.id.left(maxText)) + '\t' + escaped(one.name.left(maxText)) + '\t'
                    + escaped(one.address.left(maxText)));
    }
    void operator()(const char *key, const QList<notes::RegisteredOne> &values)
    {
        for (const notes::RegisteredOne &one : values.mid(0, maxEntries))
            line(key,
                escaped(one.device.left(maxText)) + '\t' + escaped(one.address.left(maxText)) + '\t'
                    + (one.tcp ? "tcp" : "udp") + '\t' + QByteArray::number(one.ago) + '\t'
                    + QByteArray::number(one.left));
    }
    quint64 left() const { return m_left; }

private:
    void line(const char *key, const QByteArray &value)
    {
        if (m_out.size() + value.size() + 64 > maxNote)
            ++m_left;
        else
            m_out.append(key).append('=').append(value).append('\n');
    }

    QByteArray &m_out;
    quint64 m_left = 0;
};

/// One line; whoever has its key takes it.
class Reader
{
public:
    Reader(std::string_view key, std::string_view value)
        : m_key(key)
        , m_value(value)
    {
    }
    bool taken() const { return m_taken; }

    void operator()(const char *key, QString &value)
    {
        if (is(key))
            value = unescaped(m_value);
    }
    void operator()(const char *key, bool &value)
    {
        if (is(key))
            value = m_value == "1";
    }
    void operator()(const char *key, int &value)
    {
        if (is(key))
            value = std::clamp(number(m_value, value), 0, 1'000'000);
    }
    void operator()(const char *key, quint64 &value)
    {
        if (is(key))
            value = std::min(number(m_value, value), quint64(1) << 48);
    }
    void operator()(const char *key, std::chrono::seconds &value)
    {
        if (is(key))
            value = std::clamp(
                std::chrono::seconds(number<qint64>(m_value, value.count())), std::chrono::seconds(0), longest);
    }
    template<typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(const char *key, Enum &value, Enum last)
    {
        if (is(key))
            value = static_cast<Enum>(std::clamp(number(m_value, static_cast<int>(value)), 0, static_cast<int>(last)));
    }
    void operator()(const char *key, QStringList &values)
    {
        if (is(key) && values.size() < maxEntries)
            values.append(unescaped(m_value));
    }
    void operator()(const char *key, QList<notes::OwnPolicy> &values)
    {
        if (!is(key) || values.size() >= maxEntries)
            return;
        notes::OwnPolicy one;
        one.device = unescaped(takeTo('\t', m_value));
        one.policy.interval = std::chrono::seconds(
            std::clamp<qint64>(number<qint64>(takeTo('\t', m_value), 60), 1, 86'400));
        one.policy.timeoutCount = std::clamp(number(takeTo('\t', m_value), 3), 1, 100);
        values.append(one);
    }
    void operator()(const char *key, QList<notes::ExpectedOne> &values)
    {
        if (!is(key) || values.size() >= maxEntries)
            return;
        const QString id = unescaped(takeTo('\t', m_value)), name = unescaped(takeTo('\t', m_value));
        values.append({id, name, unescaped(takeTo('\t', m_value))});
    }
    void operator()(const char *key, QList<notes::RegisteredOne> &values)
    {
        constexpr quint64 longestRegistration = 604'800; // seconds
        if (!is(key) || values.size() >= maxEntries)
            return;
        notes::RegisteredOne one;
        one.device = unescaped(takeTo('\t', m_value));
        one.address = unescaped(takeTo('\t', m_value));
        one.tcp = takeTo('\t', m_value) == "tcp";
        one.ago = std::min(number<quint64>(takeTo('\t', m_value), 0), longestRegistration);
        one.left = std::min(number<quint64>(takeTo('\t', m_value), 0), longestRegistration);
        values.append(one);
    }

private:
    bool is(const char *key)
    {
        const bool mine = m_key == key;
        m_taken = m_taken || mine;
        return mine;
    }

    std::string_view m_key, m_value;
    bool m_taken = false;
};

/// What a kind of note consists of, for reader and writer alike.
struct Fields
{
    template<typename A>
    static void ofMedia(A &a, auto &n)
    {
        a("device", n.device);
        a("call", n.callId);
        a("from", n.from);
        a("to", n.to);
        a("tcp", n.tcp);
        a("verdict", n.verdict);
        a("link", n.links);
        a("cause", n.causes);
        a("payload", n.payload);
        a("video", n.video);
        a("audio", n.audio);
        a("ssrc", n.ssrcs);
        a("width", n.width);
        a("height", n.height);
        a("type", n.payloadType);
        a("milli-frames", n.milliFrames);
        a("packets", n.packets);
        a("octets", n.octets);
        a("expected", n.expected);
        a("missing", n.missing);
        a("duplicates", n.duplicates);
        a("reordered", n.reordered);
        a("mean-jitter", n.meanJitter);
        a("max-jitter", n.maxJitter);
        a("lasted", n.lasted);
        a("to-first-packet", n.toFirstPacket);
        a("to-first-key", n.toFirstKey);
        a("pictures", n.pictures);
        a("key-frames", n.keyFrames);
    }
    template<typename A>
    static void of(A &a, auto &n)
    {
        using Kind = std::remove_cvref_t<decltype(n)>;
        if constexpr (std::is_same_v<Kind, notes::RecordBegan>) {
            a("program", n.program);
            a("after", n.after);
            a("messages", n.messages);
        } else if constexpr (std::is_same_v<Kind, notes::Site>) {
            a("server", n.serverId);
            a("domain", n.domain);
            a("live", n.live);
        } else if constexpr (std::is_same_v<Kind, notes::Policy>) {
            a("interval", n.interval);
            a("count", n.timeoutCount);
        } else if constexpr (std::is_same_v<Kind, notes::OwnPolicies> || std::is_same_v<Kind, notes::Expected>) {
            a("device", n.devices);
        } else if constexpr (std::is_same_v<Kind, notes::RegisteredBefore>) {
            a("device", n.devices);
            a("problem", n.problem);
        } else if constexpr (std::is_same_v<Kind, notes::Listening> || std::is_same_v<Kind, notes::ListenEnded>) {
            a("source", n.source, notes::Source::Card);
            a("where", n.where);
        } else if constexpr (std::is_same_v<Kind, notes::ListenFailed>) {
            a("source", n.source, notes::Source::Card);
            a("why", n.why, Kind::Why::Other);
            a("where", n.where);
            a("owner", n.owner);
            a("detail", n.detail);
        } else if constexpr (std::is_same_v<Kind, notes::ConnectionSilent>) {
            a("from", n.from);
        } else if constexpr (std::is_same_v<Kind, notes::ConnectionClosed>) {
            a("from", n.from);
            a("why", n.why);
        } else if constexpr (std::is_same_v<Kind, notes::AddressNotice>) {
            a("what", n.what, Kind::What::ClockAhead);
            a("address", n.address);
            a("amount", n.amount);
        } else if constexpr (std::is_same_v<Kind, notes::Dropped>) {
            a("what", n.what, Kind::What::NotSignalling);
            a("amount", n.amount);
        } else if constexpr (std::is_same_v<Kind, notes::SilenceBegan>) {
            a("at-most", n.atMost);
            a("device", n.devices);
        } else if constexpr (std::is_same_v<Kind, notes::PasswordsKnown>) {
            a("amount", n.amount);
        } else if constexpr (std::is_same_v<Kind, notes::PasswordJudged>) {
            a("device", n.device);
            a("verdict", n.verdict);
            a("a", n.a);
            a("b", n.b);
            a("later", n.later);
        } else if constexpr (std::is_same_v<Kind, notes::Icmp>) {
            a("reporter", n.reporter);
            a("from", n.from);
            a("to", n.to);
            a("type", n.type);
            a("code", n.code);
            a("v6", n.v6);
            a("octets", n.octets);
            a("line", n.lines);
        } else if constexpr (std::is_same_v<Kind, notes::Connection>) {
            a("how", n.how, Kind::How::Closed);
            a("from", n.from);
            a("to", n.to);
        } else if constexpr (std::is_same_v<Kind, notes::InterfaceLost>) {
            a("interface", n.interface);
            a("address", n.addresses);
            a("everything", n.everything);
            a("looked-before", n.lookedBefore);
        } else if constexpr (std::is_same_v<Kind, notes::InterfaceBack>) {
            a("interface", n.interface);
            a("address", n.addresses);
            a("everything", n.everything);
            a("watched", n.watched);
        } else if constexpr (std::is_same_v<Kind, notes::ClockJumped>) {
            a("back", n.back);
            a("by", n.by);
            a("packets", n.packets);
        } else if constexpr (std::is_same_v<Kind, notes::Media>) {
            ofMedia(a, n);
        } else if constexpr (std::is_same_v<Kind, notes::Remark>) {
            a("text", n.text);
        } else if constexpr (std::is_same_v<Kind, notes::Bookmark>) {
            a("message", n.message);
            a("ago", n.ago);
            a("removed", n.removed);
            a("text", n.text);
        }
    }
};

template<std::size_t... I>
std::optional<notes::What> made(std::string_view name, std::index_sequence<I...>)
{
    std::optional<notes::What> what;
    const auto isKind = [&]<typename Kind>(const Kind &kind) {
        if (name == Kind::name)
            what = kind;
    };
    (isKind(std::variant_alternative_t<I, notes::What>()), ...);
    return what;
}

/// Takes a line, its key and its value.
bool takeLine(std::string_view &text, std::string_view &key, std::string_view &value)
{
    if (text.empty())
        return false;
    value = takeTo('\n', text);
    key = takeTo('=', value);
    return true;
}

} // namespace

QByteArray write(const JournalNote &note)
{
    QByteArray out(marker.data(), static_cast<qsizetype>(marker.size()));
    std::visit(
        [&](const auto &what) {
            out.append("kind=").append(what.name).append('\n');
            Writer writer(out);
            if (note.count != 1)
                writer("times", note.count);
            Fields::of(writer, what);
            if (writer.left() > 0)
                out.append("left-out=").append(QByteArray::number(writer.left())).append('\n');
        },
        note.what);
    return out;
}

std::optional<JournalNote> read(std::string_view text, TimePoint at, quint64 &unknownKeys)
{
    if (!text.starts_with(marker) || text.size() > static_cast<std::size_t>(maxNote))
        return std::nullopt;
    text.remove_prefix(marker.size());
    std::string_view key, value;
    if (!takeLine(text, key, value) || key != "kind")
        return std::nullopt;
    std::optional<notes::What> what = made(value, std::make_index_sequence<std::variant_size_v<notes::What>>());
    if (!what)
        return std::nullopt;
    JournalNote note{at, std::move(*what)};
    while (takeLine(text, key, value)) {
        Reader reader(key, value);
        reader("times", note.count);
        std::visit([&](auto &fields) { Fields::of(reader, fields); }, note.what);
        unknownKeys += reader.taken() || key == "left-out" ? 0 : 1;
    }
    if (auto *const policy = std::get_if<notes::Policy>(&note.what)) {
        policy->interval = std::clamp(policy->interval, std::chrono::seconds(1), longest);
        policy->timeoutCount = std::clamp(policy->timeoutCount, 1, 100);
    }
    return note;
}

} // namespace gb::notetext
