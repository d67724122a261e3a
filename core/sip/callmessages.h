#pragma once
#include "core/sip/calltable.h"

namespace gb {

struct Invitation;

// The messages of a call, RFC 3261 §12.1.1, §13.2.1, §13.3.1. `user` and `domain` are those of our From and Contact.

inline constexpr char callAllow[] = "Allow: INVITE, ACK, CANCEL, BYE, UPDATE\r\n";

/// A URI without brackets.
QByteArray callContact(const QByteArray &user, const Endpoint &local, TransportKind transport);
/// Of the call, whose Call-ID and local tag are known.
QByteArray inviteOf(
    const SipCall &call, const Invitation &invitation, const QByteArray &user, const QByteArray &domain);
/// Contact, and Record-Route as the INVITE has it: what makes a dialog, with CRLFs.
QByteArray dialogHeaders(const SipCall &call, const QByteArray &user);
/// 200 to `request`, the INVITE or a re-INVITE, with the call's body.
QByteArray successOf(const SipCall &call, const SipHead &request, const Endpoint &source, const QByteArray &user);

} // namespace gb
