#pragma once
#include "core/flow/tracer.h"
#include "core/report/identityshapes.h"
#include "core/report/needles.h"
#include "core/report/profile.h"
#include "core/report/pseudonymmap.h"
#include "core/report/redaction.h"
#include "core/report/redactionviews.h"

#include <QString>

#include <map>
#include <vector>

namespace gb {

/// What has another name in a file, for the user.
struct IdentityCounts
{
    quint64 addresses = 0, ids = 0, words = 0; ///< different ones that were replaced
    quint64 places = 0;                        ///< where
    quint64 masked = 0;                        ///< of these: in base64 or compressed, where nothing else can stand
    quint64 alsoPublic = 0; ///< names that are words of the protocol or of the record as well: replaced at their places
                            ///< only
    quint64 notSought = 0;  ///< names that are too short, too long or too many to be looked for elsewhere; likewise
    bool operator==(const IdentityCounts &) const = default;
};

/**
 * The stage behind Redaction and ahead of every format: of Profile::Vendor and Profile::Public it puts pseudonyms where
 * a message tells who and where the site is. It finds them by their places (core/report/identityplaces.h), by their
 * shape (identityshapes.h), and, where they were at such a place anywhere in the record, wherever they stand; in every
 * reading of a message that redaction::viewsOf() knows, and in hexadecimal.
 *
 * What is wrong with a message stays wrong: Content-Length changes by as much as the body does, line ends, encodings,
 * escapes and lengths of IDs stay.
 *
 * Two passes: learn() each message, then learned(), then clean() each. One thread. Time is linear in the octets, memory
 * bounded by PseudonymMap, Needles and viewsOf().
 */
class Pseudonyms
{
public:
    explicit Pseudonyms(Profile profile, PseudonymMap map = PseudonymMap());

    /// False: everything stays, nothing need be learnt.
    bool works() const { return m_profile == Profile::Vendor || m_profile == Profile::Public; }
    Profile profile() const { return m_profile; }

    void learn(const Datagram &datagram);
    void learned();

    /// Of what Redaction left. `trace`: the same message as it was.
    void clean(const Trace &trace, CleanMessage &message);
    QByteArray clean(const QByteArray &octets);
    Endpoint clean(const Endpoint &endpoint);
    /// A text that was made of messages, such as what a finding tells.
    QString clean(const QString &text);
    /// The ID of a device, or a name.
    QString id(const QString &text);
    QString name(const QString &text);
    /// Vendor, model, firmware: gone in Profile::Public.
    QString product(const QString &text);

    /// Something that was replaced elsewhere still stands there, in any reading. What a format wrote is asked about.
    bool shows(const QByteArray &octets) const;
    /// The same of a text that has words of ours in it: no names are looked for.
    bool showsNumbers(const QByteArray &octets) const;

    IdentityCounts counts() const;

private:
    struct Edit
    {
        quint32 to = 0;
        QByteArray now;
    };
    using Edits = std::map<quint32, Edit>; ///< by where they begin; none overlap

    void learn(std::string_view text);
    void learnWord(const QByteArray &text);
    void learnPublic(const QByteArray &message);
    QByteArray replaced(const QByteArray &text, identity::Kind kind);
    QByteArray mixed(const QByteArray &text);
    /// It is of the record, and no pseudonym of another one.
    bool isLeft(const QByteArray &text, identity::Kind kind) const;
    void findAll(std::string_view text, const identity::Found &found) const;
    void edit(Edits &edits, redaction::Span span, const QByteArray &now);
    void editView(Edits &edits, const redaction::View &view, const QByteArray &octets);
    void followLength(const QByteArray &octets, Edits &edits);
    QByteArray withEdits(const QByteArray &octets, Edits &edits);

    Profile m_profile;
    PseudonymMap m_map;
    Tracer m_tracer;
    Needles m_needles;
    QSet<QByteArray> m_words; ///< at places; until learned() they are no needles
    QSet<QByteArray> m_publicTexts;
    quint64 m_places = 0, m_masked = 0, m_alsoPublic = 0, m_notSought = 0;
};

} // namespace gb
