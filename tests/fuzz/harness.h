#pragma once
#include "core/base/octets.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

/// What is claimed of the readers for any octets at all. libFuzzer looks for octets that break a claim; tst_fuzzcorpus
/// replays those that once did.
namespace gb::fuzz {

void head(std::string_view octets);        ///< scanHead, writeReply
void layouts(std::string_view octets);     ///< HeadLayouts
void digest(std::string_view octets);      ///< parseCredentials, digestUriFits
void manscdp(std::string_view octets);     ///< decodeBody, parseManscdp, parseGbTime, printable
void sdp(std::string_view octets);         ///< readSdp
void structure(std::string_view octets);   ///< structureOf, with the installed osip2
void comparison(std::string_view octets);  ///< compareMessages
void stream(std::string_view octets);      ///< StreamFramer
void packet(std::string_view octets);      ///< decodePacket; PcapngWriter and back
void pcap(std::string_view octets);        ///< PcapReader, Importer
void fragments(std::string_view octets);   ///< Fragments
void segments(std::string_view octets);    ///< ImporterTcp
void redactor(std::string_view octets);    ///< withoutSecrets
void secrets(std::string_view octets);     ///< Redaction, of secrets in any spelling
void exporter(std::string_view octets);    ///< exportCapture and back
void site(std::string_view octets);        ///< Analysis and Registrar, one datagram and its retransmission
void devicelist(std::string_view octets);  ///< expectedlist::read, listProblem
void ptz(std::string_view octets);         ///< readPtz, writePtz, explainPtz
void simulator(std::string_view octets);   ///< SimulatedDevice, readXml, readBehaviour
void rtp(std::string_view octets);         ///< readRtp, MediaFraming, MediaChain
void ps(std::string_view octets);          ///< PsReader
void nal(std::string_view octets);         ///< VideoReader, parameter sets
void freemessage(std::string_view octets); ///< freetext, checkFree
void upload(std::string_view octets);      ///< HttpReader, formParts, pictureOf
void filter(std::string_view octets);      ///< filter::parse, OctetCheck, completionAt

struct Harness
{
    const char *name;
    void (*run)(std::string_view);
};
inline constexpr Harness harnesses[] = {{"head", head}, {"layouts", layouts}, {"digest", digest}, {"manscdp", manscdp},
    {"sdp", sdp}, {"structure", structure}, {"comparison", comparison}, {"stream", stream}, {"packet", packet},
    {"pcap", pcap}, {"fragments", fragments}, {"segments", segments}, {"redactor", redactor}, {"secrets", secrets},
    {"exporter", exporter}, {"site", site}, {"devicelist", devicelist}, {"ptz", ptz}, {"simulator", simulator},
    {"rtp", rtp}, {"ps", ps}, {"nal", nal}, {"freemessage", freemessage}, {"upload", upload}, {"filter", filter}};

/// A claim that does not hold ends the program: that is what a fuzzer takes for a finding.
inline void require(bool claim, const char *text)
{
    if (claim)
        return;
    std::fprintf(stderr, "claim broken: %s\n", text);
    std::abort();
}

inline void requireInside(std::string_view part, std::string_view whole)
{
    require(part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size()),
        "a view lies within its octets");
}

/// The body of a message, or what is no message as it stands: so that every file of tests/data seeds every harness.
std::string_view bodyOf(std::string_view octets);

} // namespace gb::fuzz
