#pragma once
#include "core/flow/trace.h"
#include "core/report/knownvalues.h"
#include "core/report/redactionnames.h"

#include <array>

namespace gb {

using redaction::SecretKind;

/// What was removed from a record, for the user.
struct SecretCounts
{
    std::array<quint64, redaction::secretKinds> removed{}; ///< places, by SecretKind
    quint64 alsoPublic = 0; ///< secrets that are public data of the record as well, such as a part of an ID: removed
                            ///< only where a name tells of them
    quint64 notSought = 0;  ///< secrets that are too short, or too many, to be found by what they are; likewise
    quint64 all() const;
    bool operator==(const SecretCounts &) const = default;
};

/// A message as a format may have it.
struct CleanMessage
{
    Datagram datagram;
    MessageSummary summary;
    bool left = false; ///< a secret is in it still: it must not be written
};

/**
 * The stage between a record and every format that leaves the program: what lets somebody try passwords at leisure, or
 * is one, is gone behind it. It finds secrets
 * - by name, in every reading of a message (core/report/redactionviews.h): `response`, `cnonce`, `rspauth`,
 *   `nextnonce`; credentials of Basic, Bearer and schemes that are not known; elements, attributes, headers and
 *   parameters that are called a password; passwords and keys in URIs and SDP. `nonce` and `opaque` stay: they are no
 *   secrets, and who looks for the fault needs them;
 * - by value: what is known, and what was found by name anywhere in the record.
 * Of a header with credentials values become `removed`; a header that cannot be read loses its whole value. All else
 * becomes as many asterisks as it had octets, so that no length changes that the message tells of. A compressed body
 * with a secret in it, or one that cannot be looked through, becomes asterisks as a whole.
 *
 * Two passes: learn() each message, then learned(), then clean() each. Any thread, one at a time. Time is linear in the
 * octets, memory bounded by KnownValues and what viewsOf() tells.
 */
class Redaction
{
public:
    /// `known`: passwords that the program was told.
    explicit Redaction(const QList<QByteArray> &known = {});

    void learn(const QByteArray &message);
    void learned();

    /// Again and again, at most three times, where what is left reads as a secret anew.
    QByteArray clean(const QByteArray &message);
    CleanMessage clean(const Trace &trace);
    /// A text that was made of messages, such as a finding's words; what is removed is not counted once more.
    QString clean(const QString &text);
    /// A value that is looked for is still there, in any reading. What a format wrote is asked about, too.
    bool shows(const QByteArray &octets) const;

    SecretCounts counts() const;

private:
    /// `left`: a value is in it still.
    QByteArray clean(const QByteArray &message, bool &left);
    QByteArray cleanOnce(const QByteArray &message);
    QByteArray withoutHeaderCredentials(const QByteArray &message);
    bool hide(QByteArray &octets, redaction::Span span, redaction::Unit unit, bool lineEnds) const;
    void learnBasic(std::string_view header);
    void learnPublic(const QByteArray &message);

    redaction::KnownValues m_values;
    SecretCounts m_counts;
};

/// One message by itself.
QByteArray withoutSecrets(const QByteArray &message);

} // namespace gb
