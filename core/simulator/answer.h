#pragma once
#include "core/message/charset.h"
#include "core/message/manscdp.h"
#include "core/simulator/devicemodel.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace gb {

/// A request to the device, as far as its envelope goes.
struct Inquiry
{
    ManscdpRoot root = ManscdpRoot::None;
    QString cmdType;
    qint64 sn = 0;
    QString deviceId; ///< of Broadcast: its TargetID
    const XmlElement &body;
    TimePoint now{};
};

/// A list that may go out in several pages, GB/T 28181-2022 annex M.
struct AnswerList
{
    const char *name = ""; ///< of the element around the items, which has their number as Num
    qsizetype total = 0;   ///< of all pages
    qsizetype perPage = 1; ///< at least 1
    bool sumNum = true;
    std::function<XmlElement(qsizetype)> item;

    qsizetype pages() const { return (total + perPage - 1) / perPage; }
};

/// What the device does behind its answer.
enum class Deed : quint8 { None, Boot, RegisterAnew };

/// An order to take pictures, GB/T 28181-2022 9.14, and what faults do to it.
struct SnapshotOrder
{
    enum class What : quint8 { Picture, None, Large, Text }; ///< that is uploaded

    int number = 1; ///< 1 to 10
    std::chrono::seconds interval{1};
    QString url, session, deviceId;
    What what = What::Picture;
    bool foreignSession = false; ///< the Notify names another one
    bool tells = true;           ///< there is a Notify
};

/// What becomes of a request: the SIP answer, and the Responses that follow it. An answer of core/simulator/answers
/// fills in the right one; a fault changes it.
struct Answer
{
    // The right answer
    int status = 200;                    ///< of SIP; 0: none
    bool owed = true;                    ///< a Response is
    QList<QList<XmlElement>> bodies{{}}; ///< of one Response each: elements behind DeviceID
    std::optional<AnswerList> list;      ///< behind the elements of the first body, in pages
    Deed deed = Deed::None;
    std::optional<std::pair<Duration, XmlElement>> later; ///< a Notify that comes that much later
    std::optional<SnapshotOrder> snapshot;                ///< pictures are taken

    // Its envelope
    QString cmdType, deviceId;
    qint64 sn = 0;
    QByteArray label; ///< of the encoding
    Charset charset = Charset::Gb18030;

    // What faults do
    quint64 number = 0; ///< of the request, from 1 on
    bool heard = true;  ///< else it is as if it had been lost: a repeat of it counts anew
    Duration statusDelay{}, delay{};
    int copies = 1; ///< of each Response
    int skippedPage = -1, repeatedPage = -1;
    qint64 sumNumOffset = 0;
    bool endless = false;    ///< pages, for as long as somebody answers them
    bool strange = false;    ///< elements that nobody knows
    bool attributes = false; ///< CmdType and SN stand in the root as attributes
    bool bomb = false;       ///< entities of entities in a DTD

    void add(XmlElement element) { bodies.first().append(std::move(element)); }
    /// Result stands where it stood, or first.
    void setResult(const char *word);
};

/// Response number `page` of an answer, from 0 on; empty where there is none. Bodies come first, each one page; the
/// first of them is that of the list.
std::optional<XmlElement> responseOf(const Answer &answer, const DeviceBehaviour &behaviour, qsizetype page);
/// As octets.
QByteArray octetsOf(const Answer &answer, const XmlElement &response);

} // namespace gb
