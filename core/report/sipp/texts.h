#pragma once
#include "core/report/sipp/cdata.h"
#include "core/report/sipp/record.h"

namespace gb::sipp {

/// One Call-ID of the record, in a scenario.
struct Dialog
{
    int number = 0;        ///< from 1
    QByteArray callId;     ///< as a scenario writes it
    QByteArray peerTag;    ///< keyword for ";tag=…" of the other side; empty: it is not known yet
    bool asksOurs = false; ///< the last request of the other side has a tag in To
};

/// How a message is written.
struct Writing
{
    Names names;
    QByteArray authorization; ///< the line that stands for Authorization; empty: the header is left out
    bool capturedSn = false;  ///< SN of the body is [$sn]
};

/// A text for sipp, and the names of headers that are not in it.
struct Text
{
    QByteArray cdata;
    QList<QByteArray> without;
};

Text requestText(const Message &message, const Dialog &dialog, const Writing &writing);
/// Behind the request that it answers: what sipp calls last_….
Text responseText(const Message &message, const Dialog &dialog, const Writing &writing);

} // namespace gb::sipp
