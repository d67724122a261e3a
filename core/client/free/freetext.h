#pragma once
#include "core/client/free/free.h"
#include "core/sip/dialogs.h"

/// From what a user typed to the message that is sent. Everything here is linear in the text, which is bounded.
namespace gb::freetext {

/// What stands for the names in braces, so that one text serves for any device.
struct Places
{
    QByteArray device;                            ///< {device}: its ID
    Endpoint remote{};                            ///< {device-address}
    QByteArray server;                            ///< {server}: our ID
    QByteArray domain;                            ///< {domain}
    Endpoint local{};                             ///< {server-address}
    TransportKind transport = TransportKind::Udp; ///< {transport}: UDP or TCP
};

/// The names, with their braces.
QList<QByteArray> placeNames();

/// What stands for the parts that are made anew.
struct Fresh
{
    QByteArray branch, tag, callId; ///< as newBranch() and its like make them
    quint32 cseq = 1;               ///< 1 to 2^31 - 1
    quint32 sn = 1;
};

/// The message of that text: places filled in, each line end a CRLF, what `anew` names made anew. Of an answer that is
/// Content-Length alone. A part that the text does not have is not added, but for a branch, a tag and Content-Length.
/// Within `dialog` Request-URI, From, To, Call-ID, Route and CSeq are the dialog's, as far as `anew` lets them be, and
/// its CSeq is counted up.
QByteArray make(
    QByteArrayView text, FreeParts anew, const Places &places, const Fresh &fresh, Dialog *dialog = nullptr);

/// The number in its CSeq; 0: none that can be read.
quint32 cseqOf(QByteArrayView text);

/// Octets of what stands in an editor: the head in UTF-8, the body in the charset that it declares.
QByteArray encode(const QString &text);

/// A message as it may stand in an editor: lines end in LF alone.
struct Shown
{
    QString text;
    bool lossy = false; ///< some octets are no text, or would be others if they were sent again
};
Shown decode(const QByteArray &octets);

/// Without the byte order mark of UTF-8 that editors of Windows put ahead of the request line. All else stays as it is.
QByteArray withoutUtf8Mark(const QByteArray &octets);

/// The same without what proves a password: Authorization and Proxy-Authorization. True in `left` where there was one.
QString withoutSecrets(const QString &text, bool *left = nullptr);

} // namespace gb::freetext
