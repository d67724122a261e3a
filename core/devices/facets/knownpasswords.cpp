#include "core/devices/facets/knownpasswords.h"

#include "core/base/rollinghash.h"
#include "core/devices/devicestore.h"
#include "core/devices/digestwords.h"
#include "core/message/deviceid.h"
#include "core/message/digesthints.h"

namespace gb {
namespace {

std::string_view textOf(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

void add(QList<QByteArray> &all, std::string_view one, qsizetype most)
{
    constexpr std::size_t longest = 255;
    const QByteArray octets(one.data(), static_cast<qsizetype>(one.size()));
    if (one.size() <= longest && all.size() < most && !all.contains(octets))
        all.append(octets);
}

/// What stays the same of a device's digests as long as nobody changes its setting.
quint64 shapeOf(const SipHead &head, const DigestCredentials &credentials)
{
    KeyHasher hash;
    for (const std::string_view one : {credentials.username, credentials.realm, credentials.uri, credentials.qop,
             credentials.algorithm, head.to.uri.text, head.contact.uri.text, head.requestUri.text})
        hash.add(one);
    return hash.key().a;
}

/// Empty of what is more than the password alone.
std::optional<Note> spellingOf(const DigestGuess &guess, const QString &which)
{
    switch (guess.change) {
    case PasswordChange::None: return Note{NoteCode::PasswordKnown, which, {}};
    case PasswordChange::Trimmed: return Note{NoteCode::PasswordTrimmed, which, {}};
    case PasswordChange::Blank: return Note{NoteCode::PasswordBlank, which, {}};
    case PasswordChange::LowerCase: return Note{NoteCode::PasswordLowerCase, which, {}};
    case PasswordChange::UpperCase: return Note{NoteCode::PasswordUpperCase, which, {}};
    case PasswordChange::Capital: return Note{NoteCode::PasswordCapital, which, {}};
    case PasswordChange::FullWidth: return Note{NoteCode::PasswordFullWidth, which, {}};
    case PasswordChange::Quoted: return Note{NoteCode::PasswordQuoted, which, {}};
    case PasswordChange::LineEnd: return Note{NoteCode::PasswordLineEnd, which, {}};
    case PasswordChange::Cut: return Note{NoteCode::PasswordCut, which, QString::number(guess.cut)};
    case PasswordChange::Empty: return Note{NoteCode::PasswordEmpty, {}, {}};
    }
    return std::nullopt;
}

} // namespace

RefusedRequest KnownPasswords::requestOf(const Trace &trace)
{
    constexpr qsizetype longest = 2048; // octets; real ones have 700
    const QByteArray &octets = trace.datagram.octets;
    return octets.size() > longest ? RefusedRequest{}
                                   : RefusedRequest{QByteArray(octets.constData(), octets.size()), trace.datagram.to};
}

void KnownPasswords::noteMistaken(TrackedDevice &device, const SipHead &head)
{
    const DigestCredentials credentials = parseCredentials(head.authorization);
    add(device.names, credentials.username, DeviceStore::maxNames);
    add(device.realms, credentials.realm, DeviceStore::maxNames);
}

void KnownPasswords::noteRealm(std::string_view realm)
{
    add(m_realms, realm, DeviceStore::maxRealms);
}

void KnownPasswords::set(const QByteArray &own, const QList<QByteArray> &others)
{
    const bool knewNone = m_passwords.isEmpty();
    m_ownPassword = !own.isEmpty();
    m_passwords = others;
    if (m_ownPassword)
        m_passwords.prepend(own);
    m_passwords = m_passwords.mid(0, maxCandidates);
    m_working = 0;
    m_uncompared.clear();
    for (const auto &device : m_rows.all())
        device->compared.reset();
    if (knewNone && m_passwords.isEmpty())
        return; // what the record says of them stands
    for (const auto &device : m_rows.all()) {
        if (!device->refused.octets.isEmpty())
            m_uncompared.append(device->key);
    }
}

bool KnownPasswords::compareRefused(int most, TimePoint now)
{
    for (int i = 0; i < most && !m_uncompared.isEmpty(); ++i) {
        TrackedDevice *const device = m_rows.at(textOf(m_uncompared.takeLast()));
        if (!device || device->refused.octets.isEmpty())
            continue;
        const Note verdict = whichPassword(*device, device->refused, {NoteCode::WrongPassword, {}, {}});
        const bool fits = verdict.code != NoteCode::WrongPassword && verdict.code != NoteCode::NoCandidateFits;
        if (device->judgedByRecord && !fits)
            continue; // who recorded it knew other passwords
        keep({device->s.id, verdict, true, now});
        apply(*device, verdict, now);
    }
    return !m_uncompared.isEmpty();
}

void KnownPasswords::apply(TrackedDevice &device, const Note &verdict, TimePoint now)
{
    device.failure = verdict;
    if (device.s.facts.phase == DeviceFacts::Phase::AuthFailed)
        m_news.problem(device, device.failure, now, 0);
    m_judge.refresh(device, now);
}

void KnownPasswords::judged(const PasswordVerdict &verdict)
{
    if (!verdict.later) {
        m_told = verdict;
        return;
    }
    const TrackedDevice *const device = m_rows.byShownId(verdict.device);
    if (!device || device->refused.octets.isEmpty() || !m_passwords.isEmpty())
        return;
    TrackedDevice &own = *m_rows.inPlace(device->place);
    own.judgedByRecord = true;
    apply(own, verdict.verdict, verdict.at);
}

std::optional<Note> KnownPasswords::takeTold(const TrackedDevice &device, TimePoint at)
{
    const auto told = std::exchange(m_told, std::nullopt);
    const bool isIt = m_passwords.isEmpty() && told && told->device == device.s.id && told->at == at;
    return isIt ? std::optional(told->verdict) : std::nullopt;
}

void KnownPasswords::keep(PasswordVerdict verdict)
{
    if (m_verdicts.size() < DeviceStore::maxVerdicts)
        m_verdicts.push_back(std::move(verdict));
}

/// Whoever likes can be refused as often as he likes: that must not keep the thread from its work.
bool KnownPasswords::mayGuess(TimePoint now)
{
    if (now - m_guessesSince >= std::chrono::seconds(1) || now < m_guessesSince) {
        m_guessesSince = now;
        m_guesses = 0;
    }
    return !m_passwords.isEmpty() && m_guesses < DeviceStore::maxGuesses && ++m_guesses > 0;
}

DigestContext KnownPasswords::contextOf(const TrackedDevice &device, const RefusedRequest &request) const
{
    DigestContext context{.users = device.names, .realms = {}, .server = request.server.text().toUtf8()};
    if (!device.challengedRealm.isEmpty())
        context.realms.append(device.challengedRealm.toUtf8());
    context.realms += device.realms + m_realms;
    for (const auto &other : m_rows.all()) { // a device that had another ID before, or has one for each server
        if (other.get() != &device && other->s.address.address == device.s.address.address
            && context.users.size() < 2 * DeviceStore::maxNames && !device.s.address.address.isNull())
            context.users.append(other->key);
    }
    return context;
}

Note KnownPasswords::whichPassword(TrackedDevice &device, const RefusedRequest &request, const Note &otherwise)
{
    if (request.octets.isEmpty() || m_passwords.isEmpty())
        return otherwise;
    const SipHead head = scanHead(textOf(request.octets));
    const DigestCredentials credentials = parseCredentials(head.authorization);
    const quint64 shape = shapeOf(head, credentials);
    constexpr qsizetype spellings = 16;
    const bool seenBefore = device.compared && device.compared->shape == shape;
    // All of it once: a device that is set wrong repeats it all day. Its password may be another one each time
    DigestSearch search = guessPassword(credentials, head.methodText, m_passwords,
        seenBefore ? DigestHints{} : digestHints(head, contextOf(device, request)),
        seenBefore ? spellings * m_passwords.size() : maxDigests);
    if (search.guess)
        device.compared.reset();
    else if (seenBefore)
        search.tried = device.compared->tried;
    else
        device.compared = std::make_unique<Compared>(Compared{shape, search.tried});
    return verdictOf(search, otherwise);
}

Note KnownPasswords::verdictOf(const DigestSearch &search, const Note &otherwise) const
{
    if (!search.guess) {
        const qsizetype others = m_passwords.size() - (m_ownPassword ? 1 : 0);
        const QString tried = digestwords::of(search.tried);
        return others > 0 ? Note{NoteCode::NoCandidateFits, QString::number(m_passwords.size()), tried}
            : otherwise.code == NoteCode::WrongPassword ? Note{NoteCode::WrongPassword, QStringLiteral("0"), tried}
                                                        : otherwise;
    }
    const DigestGuess &guess = *search.guess;
    const QString which = guess.candidate < 0 ? QString() : QString::number(guess.candidate + (m_ownPassword ? 0 : 1));
    if (guess == DigestGuess{.candidate = guess.candidate}) {
        if (((m_working >> guess.candidate) & 1U) != 0)
            return {NoteCode::PasswordOfOthers, which, {}};
        if (which == u"0")
            return {NoteCode::StaleNonce, {}, {}}; // the sum is right
    }
    if (guess == DigestGuess{.candidate = guess.candidate, .change = guess.change, .cut = guess.cut})
        return *spellingOf(guess, which);
    if (guess == DigestGuess{.candidate = guess.candidate, .sum = DigestSum::OtherQop})
        return {NoteCode::PasswordOtherFormula, which, {}};
    if (guess == DigestGuess{.candidate = guess.candidate, .user = guess.user})
        return {NoteCode::PasswordOtherUser, which, printable(textOf(*guess.user), 40)};
    return {NoteCode::PasswordOtherInput, which, digestwords::of(guess)};
}

void KnownPasswords::accepted(const RefusedRequest &request, TimePoint at)
{
    if (m_ownPassword || request.octets.isEmpty()
        || m_working == (m_passwords.size() >= 64 ? ~quint64(0) : (quint64(1) << m_passwords.size()) - 1)
        || !mayGuess(at))
        return;
    const SipHead head = scanHead(textOf(request.octets));
    if (const auto known = passwordOf(parseCredentials(head.authorization), head.methodText, m_passwords))
        m_working |= quint64(1) << *known;
}

} // namespace gb
