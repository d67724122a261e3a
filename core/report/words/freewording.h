#pragma once
#include "core/client/free/freecheck.h"
#include "core/client/free/freetemplates.h"

/// Words for messages that users write. Plain text, never markup; without a full stop at the end.
namespace gb::wording {

/// "Query: Catalog".
QString freeTitle(const FreeTemplate &one);
/// What became of it: "200 OK after 12 ms".
QString freeOutcome(const FreeReport &report);
/// What is to be said of the text: "line 14: its body is no XML".
QString freeFault(const FreeFault &fault);
/// Devices and editions differ in it: it is told as a note, and not as a fault.
bool isNote(const FreeFault &fault);
/// It keeps the message from being sent.
bool forbidsSending(const FreeFault &fault);
/// What a part is called: "Call-ID".
QString freePart(FreePart part);

} // namespace gb::wording
