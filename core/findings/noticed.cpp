#include "core/findings/findings.h"

#include "core/message/siphead.h"

/// What DeviceStore noticed while it followed a device, as findings.
namespace gb {
namespace {

constexpr FindingCode passwordFamily[] = {FindingCode::WrongPassword, FindingCode::PasswordFound,
    FindingCode::NoPasswordFits, FindingCode::WrongUserName, FindingCode::OtherUserInDigest, FindingCode::WrongRealm,
    FindingCode::WrongDigestUri, FindingCode::NonceReused, FindingCode::OtherFormula,
    FindingCode::UnreadableCredentials, FindingCode::PlatformPassword};

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
    case NoteCode::PasswordFullWidth: return FindingCode::PasswordFound;
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

} // namespace

void Findings::notice(const Sign &sign)
{
    FindingCode code = codeOf(sign.note.code);
    if (code == FindingCode::Count)
        return;
    FindingLog::Words words{sign.note.a, sign.note.b, {}};
    Dossier *const known = dossier(sign.device);
    if (!known)
        return m_log.raise(code, sign.device, std::move(words), sign.at, {sign.number});
    Verdicts out(m_log, *known, sign.device, sign.at);
    const bool beatsItself = sign.at - known->beatAt < 2 * policyOf(sign.device).interval;
    if (code == FindingCode::ForeignHeartbeat && beatsItself)
        return; // somebody else's; told of his address when it is refused
    if (code == FindingCode::PortMoved && closedByUs(known->sources[0].address, known->sources[0].last))
        return; // it had to connect anew
    switch (code) {
    case FindingCode::PasswordFound: words.b = QString::number(static_cast<int>(sign.note.code)); break;
    case FindingCode::Malformed:
        if (sign.note.a.toInt() == static_cast<int>(HeadFault::BodyShort)) {
            code = FindingCode::CutMessage;
            words = {{}, {}, known->beatOverTcp ? QStringLiteral("tcp") : QString()};
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
    const auto isReason = [](FindingCode one) {
        return std::find(std::begin(passwordFamily), std::end(passwordFamily), one) != std::end(passwordFamily);
    };
    if (isReason(code)) { // of several reasons the last one counts
        for (const FindingCode one : passwordFamily) {
            if (one != code)
                out.end(one);
        }
    }
    out.raise(code, std::move(words), {sign.number});
}

} // namespace gb
