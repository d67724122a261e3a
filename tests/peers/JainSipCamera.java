import gov.nist.javax.sip.SipStackExt;
import gov.nist.javax.sip.clientauthutils.AccountManager;
import gov.nist.javax.sip.clientauthutils.UserCredentials;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.*;
import java.util.regex.*;

import javax.sip.*;
import javax.sip.address.*;
import javax.sip.header.*;
import javax.sip.message.*;

/**
 * A camera whose SIP is written by JAIN-SIP, the stack of WVP. Its way: the Response goes ahead of the 200, which
 * waits until the platform has taken the Response; two Items a MESSAGE, the next one when the last is answered; UTF-8
 * that calls itself GB2312; Result behind the values.
 * Usage: JainSipCamera ID PASSWORD OWN-ADDRESS:PORT SERVER-ADDRESS:PORT udp|tcp
 */
public class JainSipCamera implements SipListener {
    static final String DOMAIN = "3402000000", PLATFORM = "34020000002000000001";
    static final String[] NAMES = {"\u5927\u95e8", "\u5854", "\u6865", "\u9f91\u8def"}; // 大门, 塔, 桥, 龑路

    final String id, password, own, server, transport;
    final HeaderFactory headers;
    final AddressFactory addresses;
    final MessageFactory messages;
    final SipStack stack;
    final SipProvider provider;
    final Set<String> seen = new HashSet<>();
    final Map<ClientTransaction, Runnable> then = new HashMap<>(); // what follows an answer
    boolean challenged;

    JainSipCamera(String[] arguments) throws Exception {
        id = arguments[0];
        password = arguments[1];
        own = arguments[2];
        server = arguments[3];
        transport = arguments[4];
        String[] here = own.split(":");
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "camera");
        properties.setProperty("javax.sip.IP_ADDRESS", here[0]);
        properties.setProperty("javax.sip.OUTBOUND_PROXY", server + "/" + transport);
        SipFactory factory = SipFactory.getInstance();
        stack = factory.createSipStack(properties);
        headers = factory.createHeaderFactory();
        addresses = factory.createAddressFactory();
        messages = factory.createMessageFactory();
        provider = stack.createSipProvider(stack.createListeningPoint(here[0], Integer.parseInt(here[1]), transport));
        provider.addSipListener(this);
    }

    Request request(String method, long cseq, String to) throws Exception {
        String[] here = own.split(":");
        ArrayList<ViaHeader> via = new ArrayList<>();
        via.add(headers.createViaHeader(here[0], Integer.parseInt(here[1]), transport, null));
        Address from = addresses.createAddress(addresses.createSipURI(id, DOMAIN));
        Request request = messages.createRequest(addresses.createSipURI(PLATFORM, server), method,
            provider.getNewCallId(), headers.createCSeqHeader(cseq, method),
            headers.createFromHeader(from, "t" + System.nanoTime()),
            headers.createToHeader(addresses.createAddress(addresses.createSipURI(to, DOMAIN)), null), via,
            headers.createMaxForwardsHeader(70));
        SipURI contact = addresses.createSipURI(id, here[0]);
        contact.setPort(Integer.parseInt(here[1]));
        request.addHeader(headers.createContactHeader(addresses.createAddress(contact)));
        return request;
    }

    /** Sends a body; `after` runs when it is answered. */
    void message(String root, String type, String sn, String about, String more, Runnable after) {
        String body = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<" + root + ">\r\n<CmdType>" + type
            + "</CmdType>\r\n<SN>" + sn + "</SN>\r\n<DeviceID>" + about + "</DeviceID>\r\n" + more + "</" + root
            + ">\r\n";
        try {
            Request request = request("MESSAGE", 20, PLATFORM);
            request.setContent(body.getBytes(StandardCharsets.UTF_8),
                headers.createContentTypeHeader("Application", "MANSCDP+xml"));
            ClientTransaction transaction = provider.getNewClientTransaction(request);
            synchronized (then) {
                then.put(transaction, after);
            }
            transaction.sendRequest();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    void catalog(String sn, String about, int first, Runnable after) {
        StringBuilder items = new StringBuilder();
        for (int at = first; at < first + 2; ++at)
            items.append("<Item>\r\n<Name>" + NAMES[at] + "</Name>\r\n<DeviceID>3402000000131000000" + (at + 1)
                + "</DeviceID>\r\n<Manufacturer>NIST</Manufacturer>\r\n<Model>JAIN</Model>\r\n<Status>ON</Status>\r\n"
                + "<ParentID>" + id + "</ParentID>\r\n<Parental>0</Parental>\r\n</Item>\r\n");
        message("Response", "Catalog", sn, about,
            "<SumNum>" + NAMES.length + "</SumNum>\r\n<DeviceList Num=\"2\">\r\n" + items + "</DeviceList>\r\n", () -> {
                after.run();
                if (first + 2 < NAMES.length)
                    catalog(sn, about, first + 2, () -> {});
            });
    }

    void answer(String type, String sn, String about, String text, Runnable accept) {
        String time = ZonedDateTime.now(ZoneId.of("Asia/Shanghai"))
                          .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS"));
        if (type.equals("Catalog")) {
            catalog(sn, about, 0, accept);
        } else if (type.equals("DeviceInfo")) {
            message("Response", type, sn, about, "<Channel>4</Channel>\r\n<Firmware>9.0.0</Firmware>\r\n<Model>JAIN"
                + "</Model>\r\n<Manufacturer>NIST</Manufacturer>\r\n<DeviceName>" + NAMES[3]
                + "</DeviceName>\r\n<Result>OK</Result>\r\n", accept);
        } else if (type.equals("DeviceStatus")) {
            message("Response", type, sn, about, "<DeviceTime>" + time + "</DeviceTime>\r\n<Status>OK</Status>\r\n"
                + "<Online>ONLINE</Online>\r\n<Result>OK</Result>\r\n", accept);
        } else {
            Matcher code = Pattern.compile("<PTZCmd>([0-9A-F]{16})</PTZCmd>").matcher(text);
            if (code.find())
                System.out.println("ptz " + code.group(1) + " " + sumOf(code.group(1)));
            accept.run();
        }
    }

    static String sumOf(String code) {
        byte[] bytes = HexFormat.of().parseHex(code);
        int sum = 0;
        for (int at = 0; at < 7; ++at)
            sum += bytes[at] & 0xff;
        return (byte) sum == bytes[7] ? "sum right" : "sum wrong";
    }

    static String part(String text, String name) {
        Matcher found = Pattern.compile("<" + name + ">(\\w+)</" + name + ">").matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Override public void processRequest(RequestEvent event) {
        try {
            Request request = event.getRequest();
            String text = new String(request.getRawContent(), StandardCharsets.UTF_8);
            String type = part(text, "CmdType"), sn = part(text, "SN");
            ServerTransaction transaction = event.getServerTransaction() != null
                ? event.getServerTransaction() : provider.getNewServerTransaction(request);
            Runnable accept = () -> {
                try {
                    transaction.sendResponse(messages.createResponse(Response.OK, request));
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            };
            if (!seen.add(type + sn))
                return;
            System.out.println("asked " + type + " " + part(text, "DeviceID"));
            answer(type, sn, part(text, "DeviceID"), text, accept);
        } catch (TransactionAlreadyExistsException again) {
            System.out.println("again"); // a copy; the answer is on its way
        } catch (Exception failure) {
            failure.printStackTrace(System.out);
        }
    }

    @Override public void processResponse(ResponseEvent event) {
        try {
            int status = event.getResponse().getStatusCode();
            String method = ((CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME)).getMethod();
            if (method.equals("REGISTER"))
                registered(event, status);
            else
                answered(event, status);
        } catch (Exception failure) {
            failure.printStackTrace(System.out);
        }
    }

    void registered(ResponseEvent event, int status) throws Exception {
        if (status == 401 && !challenged) {
            challenged = true;
            AccountManager account = (transaction, realm) -> new UserCredentials() {
                @Override public String getUserName() { return id; }
                @Override public String getPassword() { return password; }
                @Override public String getSipDomain() { return DOMAIN; }
            };
            ((SipStackExt) stack).getAuthenticationHelper(account, headers)
                .handleChallenge(event.getResponse(), event.getClientTransaction(), provider, 5)
                .sendRequest();
        } else if (status == 200) {
            System.out.println("registered");
            message("Notify", "Keepalive", "1", id, "<Status>OK</Status>\r\n", () -> {});
        } else {
            System.out.println("refused " + status);
        }
    }

    void answered(ResponseEvent event, int status) {
        System.out.println("answered " + status);
        Runnable next;
        synchronized (then) {
            next = then.remove(event.getClientTransaction());
        }
        if (next != null)
            next.run();
    }

    @Override public void processTimeout(TimeoutEvent event) { System.out.println("timeout"); }
    @Override public void processIOException(IOExceptionEvent event) { System.out.println("io " + event); }
    @Override public void processTransactionTerminated(TransactionTerminatedEvent event) {}
    @Override public void processDialogTerminated(DialogTerminatedEvent event) {}

    public static void main(String[] arguments) throws Exception {
        JainSipCamera camera = new JainSipCamera(arguments);
        Request register = camera.request("REGISTER", 1, camera.id);
        register.addHeader(camera.headers.createExpiresHeader(3600));
        camera.provider.getNewClientTransaction(register).sendRequest();
        Thread.sleep(120_000); // whoever started this may be gone
        System.exit(1);
    }
}
