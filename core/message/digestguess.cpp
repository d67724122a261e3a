#include "core/message/digestguess.h"

#include "core/base/octets.h"

#include <QCryptographicHash>
#include <QString>

#include <array>
#include <initializer_list>
#include <vector>

namespace gb {
namespace {

QByteArray octets(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray changed(const QByteArray &password, PasswordChange change)
{
    switch (change) {
    case PasswordChange::Trimmed: return password.trimmed();
    case PasswordChange::Blank: return password + ' ';
    case PasswordChange::LowerCase: return QString::fromUtf8(password).toLower().toUtf8();
    case PasswordChange::UpperCase: return QString::fromUtf8(password).toUpper().toUtf8();
    case PasswordChange::Capital: {
        QString text = QString::fromUtf8(password);
        if (!text.isEmpty())
            text[0] = text[0].isUpper() ? text[0].toLower() : text[0].toUpper();
        return text.toUtf8();
    }
    case PasswordChange::FullWidth: {
        QString text = QString::fromUtf8(password);
        for (QChar &c : text) {
            if (c.unicode() > 0x20 && c.unicode() < 0x7f)
                c = QChar(c.unicode() + 0xfee0);
        }
        return text.toUtf8();
    }
    case PasswordChange::Quoted: return '"' + password + '"';
    case PasswordChange::None:
    case PasswordChange::LineEnd:
    case PasswordChange::Cut:
    case PasswordChange::Empty: break;
    }
    return password;
}

/// A known password, as it may have been typed or kept.
struct Typed
{
    qsizetype candidate;
    PasswordChange change;
    qsizetype cut;
    QByteArray text;
};
using Spelling = std::vector<Typed>;

/// One spelling of each password, where it is another text than the password.
void add(std::vector<Spelling> &all, Spelling spelling)
{
    if (!spelling.empty())
        all.push_back(std::move(spelling));
}

/// The passwords as they are first.
std::vector<Spelling> spellingsOf(const QList<QByteArray> &candidates)
{
    std::vector<Spelling> all(1);
    for (qsizetype i = 0; i < candidates.size(); ++i)
        all[0].push_back({i, PasswordChange::None, 0, candidates.at(i)});
    const auto each = [&](PasswordChange change, qsizetype cut, const auto &of) {
        Spelling one;
        for (qsizetype i = 0; i < candidates.size(); ++i) {
            if (const QByteArray text = of(candidates.at(i)); text != candidates.at(i))
                one.push_back({i, change, cut, text});
        }
        add(all, std::move(one));
    };
    for (int change = 1; change <= static_cast<int>(PasswordChange::Quoted); ++change) {
        const auto how = static_cast<PasswordChange>(change);
        each(how, 0, [how](const QByteArray &password) { return changed(password, how); });
    }
    for (const char *end : {"\n", "\r\n", "\r"})
        each(PasswordChange::LineEnd, 0, [end](const QByteArray &password) { return password + end; });
    // Lengths of fields: what is over is dropped, and nobody is told
    for (const int length : {6, 8, 10, 12, 14, 15, 16, 18, 20, 24, 31, 32})
        each(PasswordChange::Cut, length, [length](const QByteArray &password) { return password.left(length); });
    if (!candidates.contains(QByteArray()))
        add(all, {{-1, PasswordChange::Empty, 0, {}}});
    return all;
}

/// Hash as hex digits without allocation.
class Hash
{
public:
    explicit Hash(QCryptographicHash::Algorithm algorithm)
        : m_hash(algorithm)
    {
    }
    std::string_view of(std::initializer_list<std::string_view> parts, bool capitals)
    {
        m_hash.reset();
        bool first = true;
        for (const std::string_view part : parts) {
            if (!std::exchange(first, false))
                m_hash.addData(QByteArrayView(":"));
            m_hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
        }
        const char *const digits = capitals ? "0123456789ABCDEF" : "0123456789abcdef";
        std::size_t size = 0;
        for (const char octet : m_hash.resultView()) {
            m_text[size++] = digits[static_cast<quint8>(octet) >> 4U];
            m_text[size++] = digits[static_cast<quint8>(octet) & 15U];
        }
        return {m_text.data(), size};
    }

private:
    QCryptographicHash m_hash;
    std::array<char, 128> m_text{};
};

constexpr std::size_t dimensions = 6;
enum Dimension : std::size_t { User, Realm, Password, Sum, Uri, Method };

/// Which of each; 0 is what the header says.
using Choice = std::array<std::size_t, dimensions>;

class Search
{
public:
    Search(const DigestCredentials &credentials, std::string_view method, const QList<QByteArray> &candidates,
        const DigestHints &hints, qsizetype most)
        : m_credentials(credentials)
        , m_response(octets(credentials.response).toLower())
        , m_hash(m_response.size() == 64 ? QCryptographicHash::Sha256 : QCryptographicHash::Md5)
        , m_spellings(spellingsOf(candidates))
        , m_most(most)
    {
        if (m_credentials.qop.empty())
            m_credentials.qop = "auth"; // who sums it up without saying so means this one
        m_texts[User] = withHints(credentials.username, hints.users, DigestHints::maxUsers);
        m_texts[Realm] = withHints(credentials.realm, hints.realms, DigestHints::maxRealms);
        m_texts[Uri] = withHints(credentials.uri, hints.uris, DigestHints::maxUris);
        m_texts[Method] = withHints(method, {"register", "MESSAGE", "INVITE", ""}, 4);
        m_sums.push_back(DigestSum::Announced);
        if (!credentials.qop.empty() || !credentials.cnonce.empty() || !credentials.nc.empty())
            m_sums.push_back(DigestSum::OtherQop);
        if (!credentials.cnonce.empty())
            m_sums.push_back(DigestSum::Session);
        m_sums.push_back(DigestSum::Capitals);
        m_hasQop = !credentials.qop.empty();
    }

    DigestSearch run(qsizetype candidates)
    {
        DigestSearch found;
        found.tried = {.passwords = candidates,
            .spellings = static_cast<qsizetype>(m_spellings.size()),
            .users = m_texts[User].size(),
            .realms = m_texts[Realm].size(),
            .uris = m_texts[Uri].size(),
            .methods = m_texts[Method].size(),
            .sums = static_cast<qsizetype>(m_sums.size())};
        const auto size = m_response.size();
        if (candidates > 0 && (size == 16 || size == 32 || size == 64))
            found.guess = all();
        found.tried.digests = m_done;
        found.tried.all = m_done + m_left;
        return found;
    }

private:
    static QList<QByteArray> withHints(std::string_view own, const QList<QByteArray> &hints, qsizetype most)
    {
        QList<QByteArray> all{octets(own)};
        for (const QByteArray &one : hints) {
            if (all.size() <= most && !all.contains(one))
                all.append(one);
        }
        return all;
    }
    std::size_t sizeOf(std::size_t dimension) const
    {
        return dimension == Password ? m_spellings.size()
            : dimension == Sum       ? m_sums.size()
                                     : static_cast<std::size_t>(m_texts[dimension].size());
    }

    /// What is wrong in one way alone, and then what is wrong in two: a sum that fits is proof in either case, but that
    /// is what happens more often.
    std::optional<DigestGuess> all()
    {
        if (const auto guess = of({}))
            return guess;
        for (std::size_t a = 0; a < dimensions; ++a) {
            Choice choice{};
            for (choice[a] = 1; choice[a] < sizeOf(a); ++choice[a]) {
                if (const auto guess = of(choice))
                    return guess;
            }
        }
        for (std::size_t a = 0; a < dimensions; ++a) {
            for (std::size_t b = a + 1; b < dimensions; ++b) {
                if (const auto guess = ofTwo(a, b))
                    return guess;
            }
        }
        return std::nullopt;
    }
    std::optional<DigestGuess> ofTwo(std::size_t a, std::size_t b)
    {
        Choice choice{};
        for (choice[a] = 1; choice[a] < sizeOf(a); ++choice[a]) {
            for (choice[b] = 1; choice[b] < sizeOf(b); ++choice[b]) {
                if (const auto guess = of(choice))
                    return guess;
            }
        }
        return std::nullopt;
    }

    std::optional<DigestGuess> of(const Choice &choice)
    {
        const Spelling &spelling = m_spellings[choice[Password]];
        const qsizetype tried = std::min(static_cast<qsizetype>(spelling.size()), m_most - m_done);
        m_left += static_cast<qsizetype>(spelling.size()) - tried;
        for (qsizetype i = 0; i < tried; ++i) {
            const Typed &typed = spelling[static_cast<std::size_t>(i)];
            ++m_done;
            if (const auto half = fits(choice, typed.text))
                return guessOf(choice, typed, *half);
        }
        return std::nullopt;
    }

    /// Whether half of it fits, or all.
    std::optional<bool> fits(const Choice &choice, const QByteArray &password)
    {
        const DigestSum sum = m_sums[choice[Sum]];
        const bool capitals = sum == DigestSum::Capitals, qop = m_hasQop != (sum == DigestSum::OtherQop);
        const DigestCredentials &c = m_credentials;
        const auto text = [&](Dimension one) { return view(m_texts[one].at(static_cast<qsizetype>(choice[one]))); };
        m_ha1 = m_hash.of({text(User), text(Realm), view(password)}, capitals);
        if (sum == DigestSum::Session)
            m_ha1 = std::string(m_hash.of({std::string_view(m_ha1), c.nonce, c.cnonce}, false));
        m_ha2 = m_hash.of({text(Method), text(Uri)}, capitals);
        const std::string_view ha1 = m_ha1, ha2 = m_ha2;
        const std::string_view result = qop ? m_hash.of({ha1, c.nonce, c.nc, c.cnonce, c.qop, ha2}, false)
                                            : m_hash.of({ha1, c.nonce, ha2}, false);
        const std::string_view sent = view(m_response);
        if (result == sent)
            return false;
        const bool half = sent.size() == 16 && (result.substr(0, 16) == sent || result.substr(8, 16) == sent);
        return half ? std::optional(true) : std::nullopt;
    }

    DigestGuess guessOf(const Choice &choice, const Typed &typed, bool half) const
    {
        DigestGuess guess{.candidate = typed.candidate,
            .change = typed.change,
            .cut = typed.cut,
            .sum = m_sums[choice[Sum]],
            .otherHash = digestHash(m_credentials.algorithm)
                != (m_response.size() == 64 ? DigestHash::Sha256 : DigestHash::Md5),
            .half = half};
        const auto text = [&](Dimension one) {
            return choice[one] == 0 ? std::nullopt
                                    : std::optional(m_texts[one].at(static_cast<qsizetype>(choice[one])));
        };
        guess.user = text(User);
        guess.realm = text(Realm);
        guess.uri = text(Uri);
        guess.method = text(Method);
        return guess;
    }

    DigestCredentials m_credentials;
    const QByteArray m_response;
    Hash m_hash;
    std::vector<Spelling> m_spellings;
    std::array<QList<QByteArray>, dimensions> m_texts;
    std::vector<DigestSum> m_sums;
    bool m_hasQop = false;
    std::string m_ha1, m_ha2;
    qsizetype m_most, m_done = 0, m_left = 0;
};

} // namespace

DigestSearch guessPassword(const DigestCredentials &credentials, std::string_view method,
    const QList<QByteArray> &candidates, const DigestHints &hints, qsizetype most)
{
    const QList<QByteArray> known = candidates.mid(0, maxCandidates);
    return Search(credentials, method, known, hints, most).run(known.size());
}

std::optional<qsizetype> passwordOf(
    const DigestCredentials &credentials, std::string_view method, const QList<QByteArray> &candidates)
{
    const DigestFormula formula = credentials.qop.empty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth;
    for (qsizetype i = 0; i < std::min(candidates.size(), maxCandidates); ++i) {
        if (sameDigest(
                credentials.response, view(digestResponse(credentials, method, view(candidates.at(i)), formula))))
            return i;
    }
    return std::nullopt;
}

} // namespace gb
