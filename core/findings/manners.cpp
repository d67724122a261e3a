#include "core/findings/manners.h"

#include "core/message/deviceid.h"
#include "core/message/digest.h"

#include <algorithm>

namespace gb {
namespace {

/// The sent-by of a Via, as it stands.
std::string_view sentBy(std::string_view via)
{
    via = trimmed(via.substr(0, via.find(';')));
    const std::size_t blank = via.find_last_of(" \t");
    return blank == std::string_view::npos ? via : via.substr(blank + 1);
}

/// A host and perhaps a port, as they stand in a URI.
std::string_view hostPart(std::string_view uri)
{
    const std::size_t at = uri.find('@'), colon = uri.find(':');
    uri.remove_prefix(at != std::string_view::npos ? at + 1 : colon == std::string_view::npos ? 0 : colon + 1);
    return uri.substr(0, uri.find_first_of(";?>"));
}

/// Without its brackets nobody can tell its end from a port.
bool isBareIpv6(std::string_view host)
{
    return std::count(host.begin(), host.end(), ':') > 1 && host.find('[') == std::string_view::npos
        && host.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

} // namespace

void manners::comesAndGoes(
    const RuleInput &in, const Dossier::Attempt &attempt, Dossier &dossier, FindingTimers &timers, Verdicts &out)
{
    Dossier::Leave &leave = dossier.leave;
    if (!leave.away || !attempt.accepted())
        return;
    if (leave.number == attempt.number)
        return timers.arm(leave.at + Dossier::Leave::atOnce, {Wake::Left, in.id, leave.number});
    if (attempt.expires == 0U)
        return; // once more
    leave.away = false;
    leave.last = in.trace.datagram.at - leave.at;
    const auto text = [](Duration time) {
        return QString::number(std::chrono::round<std::chrono::seconds>(time).count());
    };
    if (leave.last < Dossier::Leave::atOnce)
        return out.raise(FindingCode::LoggedInAnew, {QString::number(++leave.logins), secondsText(leave.last), {}},
            {leave.number, attempt.number});
    leave.all += leave.last;
    if (out.isOpen(FindingCode::UnregisteredItself))
        out.turn(FindingCode::UnregisteredItself, FindingCode::UnregisteredItself,
            {QString::number(leave.times), text(leave.last), text(leave.all)}, attempt.number);
}

void manners::stayedAway(Dossier &dossier, quint64 number, Verdicts &out)
{
    Dossier::Leave &leave = dossier.leave;
    if (!leave.away || leave.number != number)
        return;
    ++leave.times;
    const auto all = std::chrono::round<std::chrono::seconds>(leave.all).count();
    out.raise(FindingCode::UnregisteredItself, {QString::number(leave.times), {}, QString::number(all)}, {number});
}

void manners::tookAddress(const Dossier &dossier, const Dossier::Attempt &attempt, Dossier &before, FindingsBase &base)
{
    if (&before == &dossier || dossier.contact.address != attempt.from.address || before.home != attempt.from.address
        || before.userAgent != dossier.userAgent || dossier.userAgent.isEmpty())
        return;
    before.successor = std::make_unique<Dossier::Successor>(
        Dossier::Successor{dossier.id, dossier.contact, attempt.at, attempt.number});
    Verdicts out(base.log, before, before.id, attempt.answeredAt);
    if (before.silentSince || before.leave.away)
        tellSuccessor(before, out);
}

void manners::tellSuccessor(const Dossier &dossier, Verdicts &out)
{
    if (const Dossier::Successor *const next = dossier.successor.get(); next && dossier.spokeAt < next->at)
        out.raise(FindingCode::IdChanged, {next->id, next->place.text(), {}}, {next->number});
}

void manners::noteSignature(const Trace &trace, Verdicts &out)
{
    const QByteArray &octets = trace.datagram.octets;
    std::string_view head(octets.constData(), static_cast<std::size_t>(octets.size()) - trace.head.bodyOctets);
    std::size_t at = head.find("\nNote:");
    at = at == std::string_view::npos ? head.find("\nnote:") : at;
    if (at == std::string_view::npos)
        return out.end(FindingCode::SignedMessages);
    head = trimmed(head.substr(at + 6, head.find('\n', at + 6) - at - 6));
    const DigestCredentials note = parseCredentials(head);
    if (note.digest)
        out.raise(FindingCode::SignedMessages, {printable(note.algorithm, 20), {}, {}}, {trace.number});
}

void manners::noteForm(const Trace &trace, Dossier &dossier)
{
    const SipHead &head = trace.head;
    dossier.loose = 0;
    const auto note = [&](const char *what, std::string_view text) {
        dossier.loose = trace.number;
        dossier.looseWhat = QString::fromLatin1(what);
        dossier.looseText = printable(text, 80);
    };
    const bool registers = head.method == SipMethod::Register; // its others are written like it
    if (registers && isBareIpv6(sentBy(head.via.text)))
        note("IPv6", sentBy(head.via.text));
    else if (registers && isBareIpv6(hostPart(head.contact.uri.text)))
        note("IPv6", hostPart(head.contact.uri.text));
    else if (head.via.branch.empty() && !head.via.text.empty())
        note("no branch", {});
    else if (!head.via.text.empty() && !head.via.branch.starts_with("z9hG4bK"))
        note("branch", head.via.branch);
}

void manners::formAnswered(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    const int status = trace.head.status;
    if (status < 200)
        return;
    if (status == 400 && trace.answers == dossier.malformed && out.isOpen(FindingCode::Malformed)) {
        dossier.malformedStatus = 400;
        out.refused(FindingCode::Malformed, QString::number(status));
    }
    if (dossier.loose == 0 && trace.head.method == SipMethod::Register && status < 300)
        out.end(FindingCode::LooseHeader);
    if (dossier.loose == 0 || trace.answers != dossier.loose)
        return;
    const bool isRefused = status == 400;
    if (status < 300 || status == 401 || status == 407 || isRefused)
        out.raise(FindingCode::LooseHeader,
            {dossier.looseWhat, dossier.looseText, isRefused ? QString::number(status) : QString()},
            {dossier.loose, trace.number});
}

} // namespace gb
