#include "core/findings/noticed.h"

#include "core/message/siphead.h"

#include <algorithm>
#include <utility>

namespace gb {
namespace {

constexpr FindingCode passwordFamily[] = {FindingCode::WrongPassword, FindingCode::PasswordFound,
    FindingCode::NoPasswordFits, FindingCode::WrongUserName, FindingCode::OtherUserInDigest, FindingCode::WrongRealm,
    FindingCode::WrongDigestUri, FindingCode::NonceReused, FindingCode::OtherFormula,
    FindingCode::UnreadableCredentials, FindingCode::PlatformPassword, FindingCode::OtherInputInDigest};
/// What a comparison with known passwords may say.
constexpr FindingCode compared[] = {FindingCode::PasswordFound, FindingCode::OtherUserInDigest,
    FindingCode::OtherFormula, FindingCode::OtherInputInDigest, FindingCode::PlatformPassword,
    FindingCode::NonceReused};

/// None (Count) for what rules of their own look at.
FindingCode codeOf(NoteCode code)
{
    switch (code) {
    case NoteCode::WrongPassword: return FindingCode::WrongPassword;
    case NoteCode::PasswordKnown:
    case NoteCode::PasswordTrimmed:
    case NoteCode::PasswordBlank:
    case NoteCode::PasswordLowerCase:
    case NoteCode::PasswordUpperCase:
    case NoteCode::PasswordCapital:
    case NoteCode::PasswordFullWidth:
    case NoteCode::PasswordQuoted:
    case NoteCode::PasswordLineEnd:
    case NoteCode::PasswordCut:
    case NoteCode::PasswordEmpty: return FindingCode::PasswordFound;
    case NoteCode::PasswordOtherInput: return FindingCode::OtherInputInDigest;
    case NoteCode::PasswordOtherUser: return FindingCode::OtherUserInDigest;
    case NoteCode::PasswordOtherFormula: return FindingCode::OtherFormula;
    case NoteCode::NoCandidateFits: return FindingCode::NoPasswordFits;
    case NoteCode::WrongRealm: return FindingCode::WrongRealm;
    case NoteCode::WrongUserName: return FindingCode::WrongUserName;
    case NoteCode::WrongDigestUri: return FindingCode::WrongDigestUri;
    case NoteCode::PasswordOfOthers: return FindingCode::PlatformPassword;
    case NoteCode::StaleNonce: return FindingCode::NonceReused;
    case NoteCode::BadCredentials:
    case NoteCode::OtherScheme: return FindingCode::UnreadableCredentials;
    case NoteCode::Rejected: return FindingCode::RegistrationRefused;
    case NoteCode::ForeignHeartbeat: return FindingCode::ForeignHeartbeat;
    case NoteCode::PortChanged: return FindingCode::PortMoved;
    case NoteCode::TransportChanged: return FindingCode::TransportMoved;
    case NoteCode::BeatsForOthers: return FindingCode::BeatsForOthers;
    case NoteCode::BrokenBody: return FindingCode::BrokenBody;
    case NoteCode::WrongCharset: return FindingCode::WrongCharset;
    case NoteCode::OddBody: return FindingCode::OddBody;
    case NoteCode::MalformedMessage: return FindingCode::Malformed;
    case NoteCode::OtherBodyInRetransmission: return FindingCode::OtherBodyInRepeat;
    case NoteCode::RepeatedOverTcp: return FindingCode::RepeatsOverTcp;
    case NoteCode::BodyLost: return FindingCode::BodiesLost;
    case NoteCode::TooManyDevices: return FindingCode::TooManyDevices;
    default: return FindingCode::Count;
    }
}

bool isReason(FindingCode code)
{
    return std::find(std::begin(passwordFamily), std::end(passwordFamily), code) != std::end(passwordFamily);
}

bool isCompared(FindingCode code)
{
    return std::find(std::begin(compared), std::end(compared), code) != std::end(compared);
}

/// Of several reasons the last one counts. What was not known closely goes on as what it was: it is the same refusal.
/// True: all is said.
bool isSaid(Verdicts &out, FindingCode code, const FindingLog::Words &words, quint64 number)
{
    const bool isVague = code == FindingCode::WrongPassword && words.a.isEmpty();
    for (const FindingCode one : passwordFamily) {
        if (!out.isOpen(one))
            continue;
        if (isVague && number != 0 && (isCompared(one) || one == FindingCode::NoPasswordFits)) {
            out.again(one, number); // not compared: more were refused at once than are
            return true;
        }
        const bool closer = one == FindingCode::WrongPassword
            || (one == FindingCode::NoPasswordFits && isCompared(code));
        if (number == 0 || (closer && one != code)) {
            out.turn(one, code, words);
            if (number == 0)
                return true;
        } else if (one != code) {
            out.end(one);
        }
    }
    return false;
}

/// The answers that speak of the REGISTER itself, not of another server, its time, or trouble.
bool refusesRegister(int status)
{
    return status == 400 || status == 403 || status == 404 || status == 481 || status == 482;
}

/// G06. Where the first REGISTER with this Call-ID was accepted, and none behind it, the refusal is of the refresh.
void tellRefusal(const Dossier &dossier, FindingLog::Words words, quint64 answer, Verdicts &out)
{
    const Dossier::Accepted &first = dossier.accepted;
    if (first.number == 0 || first.refreshes > 0 || !refusesRegister(words.a.toInt()) || dossier.attempts.size() == 0
        || dossier.attempts[0].callId != first.callId || dossier.attempts[0].expires == 0U)
        return out.raise(FindingCode::RegistrationRefused, std::move(words), {answer});
    words.c = millisecondsText(first.at) + u';' + QString::number(first.cseq);
    out.raise(FindingCode::RegistrationRefused, std::move(words), {first.number, answer});
}

} // namespace

void noticed::tell(const Sign &sign, FindingsBase &base, const AddressWatch &addresses)
{
    FindingCode code = codeOf(sign.note.code);
    if (code == FindingCode::Count)
        return;
    FindingLog::Words words{sign.note.a, sign.note.b, {}};
    Dossier *const known = base.dossiers.of(sign.device);
    if (!known)
        return base.log.raise(code, sign.device, std::move(words), sign.at, {sign.number});
    Verdicts out(base.log, *known, sign.device, sign.at);
    const bool beatsItself = sign.at - known->beatAt < 2 * base.policyOf(sign.device).interval;
    if (code == FindingCode::ForeignHeartbeat && beatsItself)
        return; // somebody else's; told of his address when it is refused
    if (code == FindingCode::PortMoved && addresses.closedByUs(known->sources[0].address, known->sources[0].last))
        return; // it had to connect anew
    switch (code) {
    case FindingCode::PasswordFound:
        words.c = std::exchange(words.b, QString::number(static_cast<int>(sign.note.code)));
        if (base.site.serverId.isEmpty()) // somebody else's server, whose password nobody here knows
            words.b += QStringLiteral(" foreign");
        break;
    case FindingCode::OtherInputInDigest: words.c = known->realm; break;
    case FindingCode::WrongPassword:
        if (words.a.isEmpty() && known->accepted.authorized && known->confirmedAt != TimePoint())
            words.c = millisecondsText(known->confirmedAt);
        break;
    case FindingCode::RegistrationRefused: return tellRefusal(*known, std::move(words), sign.number, out);
    case FindingCode::Malformed:
        if (sign.note.a.toInt() == static_cast<int>(HeadFault::BodyShort)) {
            code = FindingCode::CutMessage;
            words = {{}, {}, known->beatOverTcp ? QStringLiteral("tcp") : QString()};
        } else {
            known->malformed = sign.number;
            words.c = known->malformedStatus == 0 ? QString() : QString::number(known->malformedStatus);
        }
        break;
    case FindingCode::PortMoved:
        known->movedAt = sign.at;
        words.c = known->sources[0].number == 0
            ? QStringLiteral("?")
            : QString::number(std::chrono::floor<std::chrono::seconds>(sign.at - known->sources[0].last).count());
        break;
    case FindingCode::TransportMoved: known->movedAt = sign.at; break;
    default: break;
    }
    if (isReason(code) && isSaid(out, code, words, sign.number))
        return;
    out.raise(code, std::move(words), {sign.number});
}

} // namespace gb
