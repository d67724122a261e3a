#include "core/report/redactionfinder_p.h"

/// Secrets in XML, well formed or not.
namespace gb::redaction {

Finder::Tag Finder::readTag(std::size_t at, bool tell)
{
    Tag tag;
    std::size_t i = skipBlanks(m_text, at + 1);
    if (i < m_text.size() && m_text[i] == '/') {
        tag.closing = true;
        i = skipBlanks(m_text, i + 1);
    }
    const std::size_t end = nameEnd(m_text, i);
    if (end == i)
        return tag;
    tag.name = m_text.substr(i, end - i);
    tag.secret = isSecretName(tag.name);
    const std::size_t most = std::min(m_text.size(), at + longestTag);
    Value values[8];
    std::size_t count = 0;
    bool named = false;
    for (i = end; i < most && m_text[i] != '>' && m_text[i] != '<';) {
        const std::size_t stop = nameEnd(m_text, i);
        if (stop == i) {
            tag.empty = m_text[i] == '/';
            ++i;
            continue;
        }
        const std::string_view name = m_text.substr(i, stop - i);
        i = skipBlanks(m_text, stop);
        tag.empty = false;
        if (i >= most || m_text[i] != '=')
            continue;
        const Value value = valueAt(skipBlanks(m_text, i + 1), [this](std::size_t p) {
            return isBlank(m_text[p]) || m_text[p] == '>' || m_text[p] == '<' || m_text.substr(p, 2) == "/>";
        });
        i = std::max(value.behind, i + 1);
        named = named || (isKeyName(name) && isSecretName(m_text.substr(value.from, value.to - value.from)));
        if (tell && isSecretName(name))
            hide(value.from, value.to, SecretKind::Password);
        else if (isValueName(name) && count < std::size(values))
            values[count++] = value;
    }
    tag.secret = tag.secret || (named && !tag.closing);
    for (std::size_t v = 0; tell && tag.secret && v < count; ++v)
        hide(values[v].from, values[v].to, SecretKind::Password);
    tag.valid = i < m_text.size() && m_text[i] == '>';
    tag.behind = tag.valid ? i + 1 : i;
    return tag;
}

bool Finder::isKeyName(std::string_view name)
{
    return equalsNoCase(name, "name") || equalsNoCase(name, "key") || equalsNoCase(name, "id")
        || equalsNoCase(name, "field") || equalsNoCase(name, "param") || equalsNoCase(name, "k")
        || equalsNoCase(name, "label") || equalsNoCase(name, "attribute");
}

bool Finder::isValueName(std::string_view name)
{
    return equalsNoCase(name, "value") || equalsNoCase(name, "val") || equalsNoCase(name, "v")
        || equalsNoCase(name, "text") || equalsNoCase(name, "content") || equalsNoCase(name, "data");
}

void Finder::tag(std::size_t at)
{
    if (m_text.substr(at).starts_with("<!ENTITY"))
        return entity(at);
    const Tag tag = readTag(at, true);
    const bool hidden = tag.behind >= m_gone.from && tag.behind < m_gone.to;
    if (tag.secret && tag.closing && !hidden)
        orphan(at);
    else if (tag.secret && !(tag.valid && tag.empty) && !hidden)
        content(tag.behind);
    if (tag.secret && tag.valid && !tag.closing && !hidden)
        emptied(tag);
    else if (tag.valid && !tag.closing && !tag.empty && isKeyName(tag.name))
        named(tag.behind);
}

void Finder::entity(std::size_t at)
{
    const std::string_view rest = m_text.substr(at, longestTag);
    const std::size_t open = rest.substr(0, rest.find('>')).find_first_of("\"'");
    if (open != npos)
        hide(at + open + 1, at + std::min(rest.find(rest[open], open + 1), rest.size()), SecretKind::Password);
}

void Finder::named(std::size_t at)
{
    const std::size_t end = m_text.find('<', at);
    if (end == npos || end - at > longestName)
        return;
    const std::string_view word = trimmed(m_text.substr(at, end - at));
    if (word.find(' ') != npos || !isSecretName(word))
        return;
    const Tag closing = readTag(end, false);
    const std::size_t next = closing.valid && closing.closing ? m_text.find('<', closing.behind) : npos;
    if (next == npos)
        return;
    const Tag value = readTag(next, false);
    if (value.valid && !value.closing && !value.empty)
        content(value.behind);
}

void Finder::emptied(const Tag &tag)
{
    const auto next = [this](std::size_t at) {
        while (at < m_text.size() && (isBlank(m_text[at]) || isLineEnd(m_text[at])))
            ++at;
        return at < m_text.size() && m_text[at] == '<' ? readTag(at, false) : Tag();
    };
    Tag behind = next(tag.behind);
    if (!tag.empty && !(behind.valid && behind.closing && behind.name == tag.name))
        return;
    if (!tag.empty)
        behind = next(behind.behind);
    if (behind.valid && !behind.closing && !behind.empty && isValueName(behind.name))
        content(behind.behind);
}

void Finder::content(std::size_t at)
{
    for (int depth = 0; at < m_text.size();) {
        const std::size_t mark = std::min(m_text.find('<', at), m_text.size());
        hide(at, mark, SecretKind::Password);
        const std::string_view rest = m_text.substr(mark);
        if (rest.starts_with("<![CDATA[")) {
            at = until(mark + 9, "]]>");
            continue;
        }
        if (rest.starts_with("<!--")) {
            at = until(mark + 4, "-->");
            continue;
        }
        if (rest.starts_with("<?")) {
            at = until(mark + 2, "?>");
            continue;
        }
        const Tag tag = readTag(mark, false);
        if (!tag.valid) { // a '<' of the value's own, or the end
            at = mark + 1;
            continue;
        }
        if (tag.secret)
            return;
        if (tag.closing && depth == 0) {
            if (wasOpened(tag.name, mark))
                return;
            at = tag.behind; // it closes nothing
            continue;
        }
        depth += tag.closing ? -1 : tag.empty ? 0 : 1;
        at = tag.behind;
    }
}

bool Finder::wasOpened(std::string_view name, std::size_t at)
{
    constexpr int mostSearches = 64; // a message
    if (++m_searches > mostSearches)
        return true;
    const std::string_view ahead = m_text.substr(0, at);
    for (std::size_t mark = ahead.rfind(name); mark != npos && mark > 0; mark = ahead.rfind(name, mark - 1)) {
        if (ahead[mark - 1] == '<')
            return true;
    }
    return false;
}

std::size_t Finder::until(std::size_t at, std::string_view end)
{
    const std::size_t stop = std::min(m_text.find(end, at), m_text.size());
    hide(at, stop, SecretKind::Password);
    m_gone = {.from = at, .to = stop};
    return stop == m_text.size() ? stop : stop + end.size();
}

} // namespace gb::redaction
